import { Link } from '@/components/ui/buttons/link';
import { setupNames } from '@/lib/shared/names/setup-names';
import { t } from '@/lib/shared/language/t';

/** The way to the steps of the first day, which stay open afterwards. */
export function SetupLine() {
  return (
    <p>
      <Link href="/administration/setup" className="font-semibold text-accent underline underline-offset-4">
        {t(setupNames.title)}
      </Link>{' '}
      <span className="text-ink-soft">{t('Name, logo, colours, email, the first people, and a guide to print.')}</span>
    </p>
  );
}
