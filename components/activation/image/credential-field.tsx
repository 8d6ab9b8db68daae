import { useId } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { spellOut } from './spell-out';

/** One of the two values to type on the phone, exactly as it must be typed. */
export function CredentialField({ label, value, say }: { label: string; value: string; say: (text: string) => void }) {
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
