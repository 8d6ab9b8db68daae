import { type Ref, useId } from 'react';
import type { OnlineCredentials } from '@/lib/activation/start/activation-credentials';
import { DescriptionList } from '@/components/ui/description-list';
import { OpenOnThisDevice } from './open-on-this-device';
import { CopyButton } from '@/components/ui/copy-button';
import { spellOut } from './spell-out';

/** Ways that need no camera: typing the credentials, or opening the site's own app on this device. */
export function OtherWays({
  ref,
  credentials,
  user,
  say,
}: {
  ref: Ref<HTMLDetailsElement>;
  credentials: OnlineCredentials;
  user: { userId: string; domain: string };
  say: (text: string) => void;
}) {
  return (
    <details ref={ref} className="group rounded-card border border-line bg-surface">
      <summary className="flex min-h-12 list-none items-center justify-between gap-3 rounded-card px-5 py-3 font-semibold [&::-webkit-details-marker]:hidden">
        Can&apos;t scan?
        <svg
          viewBox="0 0 20 20"
          aria-hidden="true"
          focusable="false"
          className="size-5 shrink-0 fill-none stroke-current stroke-2 group-open:rotate-180"
        >
          <path d="m5 7.5 5 5 5-5" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
      </summary>
      <div className="grid gap-5 border-t border-line p-5">
        <p className="text-ink-soft">
          Choose to type the values in the app and enter them exactly as shown; capitals and small letters differ.
        </p>
        <DescriptionList
          items={[
            { term: 'User ID', description: user.userId },
            { term: 'Domain', description: user.domain },
          ]}
        />
        <CredentialField label="Registration identifier" value={credentials.registrationIdentifier} say={say} />
        <CredentialField label="Activation password" value={credentials.activationPassword} say={say} />
        {credentials.ownApp && (
          <>
            <p>
              Check letter <strong className="font-mono text-lg">{credentials.ownApp.checkLetter}</strong>
              <span className="block text-ink-soft">The app shows the same letter when nothing is mistyped.</span>
            </p>
            <div className="grid gap-2 pointer-coarse:hidden">
              <p className="text-ink-soft">Is the app on the device you are holding?</p>
              <div>
                <OpenOnThisDevice link={credentials.ownApp.link} isProminent={false} />
              </div>
            </div>
          </>
        )}
      </div>
    </details>
  );
}

/** One of the two values to type on the phone, exactly as it must be typed. */
function CredentialField({ label, value, say }: { label: string; value: string; say: (text: string) => void }) {
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
          what={label.toLowerCase()}
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
