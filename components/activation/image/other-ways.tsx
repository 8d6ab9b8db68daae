import { useId } from 'react';
import type { OnlineCredentials } from '@/lib/activation/start/activation-credentials';
import { CopyButton } from '@/components/ui/copy-button';
import { activationNames } from '@/lib/names/activation-names';
import { OpenOnThisDevice } from './open-on-this-device';
import { spellOut } from './spell-out';
import { typedValues } from './typed-values';
import { t } from '@/lib/language/t';

/**
 * Ways that need no camera: typing the values, in the order and by the names of the app's own form, or opening the site's
 * app on this device.
 */
export function OtherWays({
  credentials,
  user,
  say,
}: {
  credentials: OnlineCredentials;
  user: { userId: string; domain: string };
  say: (text: string) => void;
}) {
  const { ownApp } = credentials;
  return (
    <div className="grid gap-5 border-t border-line p-5">
      <p className="text-ink-soft">
        {ownApp ? (
          <>
            In the app, tap <strong className="text-ink">Scan code</strong>, then{' '}
            <strong className="text-ink">Type the values</strong>. Upper and lower case matter.
          </>
        ) : (
          'Choose to type the values in the app. Upper and lower case matter.'
        )}
      </p>
      {typedValues(credentials, user).map(({ label, value }) => (
        <ValueField key={label} label={label} value={value} say={say} />
      ))}
      {ownApp && (
        <>
          <p>
            <span className="font-semibold">Check letter</span>
            <span className="block">
              {activationNames.typeLetter} <strong className="font-mono text-lg">{ownApp.checkLetter}</strong>
            </span>
          </p>
          <div className="grid gap-2 pointer-coarse:hidden">
            <p className="text-ink-soft">Is the app on the device you are holding?</p>
            <div>
              <OpenOnThisDevice link={ownApp.link} isProminent={false} />
            </div>
          </div>
        </>
      )}
    </div>
  );
}

/** One of the values to type on the phone, exactly as it must be typed. */
function ValueField({ label, value, say }: { label: string; value: string; say: (text: string) => void }) {
  const id = useId();
  const spelledId = `${id}-spelled`;
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          id={id}
          value={value}
          readOnly
          spellCheck={false}
          autoComplete="off"
          translate="no"
          aria-describedby={spelledId}
          className="min-h-11 min-w-0 flex-1 basis-40 rounded-control border border-line-strong bg-page px-3 font-mono text-lg tracking-[0.15em]"
        />
        <CopyButton
          text={value}
          names={{
            copy: t(activationNames.copy, { value: label.toLowerCase() }),
            copied: t(activationNames.copied, { value: label.toLowerCase() }),
          }}
          onResult={(isCopied) =>
            say(
              isCopied
                ? `${label} copied.`
                : 'The browser does not allow copying. Select the text and copy it yourself.',
            )
          }
        />
      </div>
      <p id={spelledId} className="sr-only">
        {spellOut(value)}
      </p>
    </div>
  );
}
