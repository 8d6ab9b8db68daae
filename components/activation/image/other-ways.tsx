import { RichText } from '@/components/language/rich-text';
import { useId } from 'react';
import type { OnlineCredentials } from '@/lib/activation/start/activation-credentials';
import { CopyButton } from '@/components/ui/buttons/copy-button';
import { activationNames } from '@/lib/names/activation-names';
import { OpenOnThisDevice } from './open-on-this-device';
import { spellOut } from './spell-out';
import { typedValues, type TypedValue } from './typed-values';
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
          <RichText
            message="In the app, tap {scan}, then {type}. Upper and lower case matter."
            values={{
              scan: <strong className="text-ink">{t('Scan code')}</strong>,
              type: <strong className="text-ink">{t('Type the values')}</strong>,
            }}
          />
        ) : (
          t('Choose to type the values in the app. Upper and lower case matter.')
        )}
      </p>
      {typedValues(credentials, user).map((input) => (
        <ValueField key={input.label} {...input} say={say} />
      ))}
      {ownApp && (
        <>
          <p>
            <span className="font-semibold">{t('Check letter')}</span>
            <span className="block">
              {t(activationNames.typeLetter)} <strong className="font-mono text-lg">{ownApp.checkLetter}</strong>
            </span>
          </p>
          <div className="grid gap-2 pointer-coarse:hidden">
            <p className="text-ink-soft">{t('Is the app on the device you are holding?')}</p>
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
function ValueField({ label, inText, value, say }: TypedValue & { say: (text: string) => void }) {
  const id = useId();
  const spelledId = `${id}-spelled`;
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          type="text"
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
            copy: t(activationNames.copy, { value: inText }),
            copied: t(activationNames.copied, { value: inText }),
          }}
          onResult={(isCopied) =>
            say(
              isCopied
                ? t('{value} copied.', { value: label })
                : t('The browser does not allow copying. Select the text and copy it yourself.'),
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
