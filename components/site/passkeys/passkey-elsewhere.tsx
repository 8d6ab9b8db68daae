import { RichText } from '@/components/site/language/rich-text';

/** Where passkeys work, for a page that is open at another of the site's names. @param path to open there */
export function PasskeyElsewhere({ origin, path }: { origin: string; path: string }) {
  return (
    <p className="text-ink-soft">
      <RichText
        message="Passkeys work at {address}."
        values={{
          address: (
            <a className="text-accent underline" href={`${origin}${path}`}>
              {origin}
            </a>
          ),
        }}
      />
    </p>
  );
}
