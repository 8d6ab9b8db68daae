import { phoneCheckNames } from '@/lib/shared/names/phone-check-names';
import { t } from '@/lib/shared/language/t';

/** Leads to what works on this phone. In another tab: here, something may be under way. */
export function CheckLink() {
  return (
    <p className="text-ink-soft">
      <a href="/authenticator/check" target="_blank" rel="noreferrer" className="underline underline-offset-4">
        {t(phoneCheckNames.title)}
      </a>
    </p>
  );
}
