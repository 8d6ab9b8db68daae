import { buttonClasses } from '@/components/ui/buttons/button';
import { activationNames } from '@/lib/names/activation-names';
import { t } from '@/lib/language/t';

/** A plain link, because the router would keep the URL in memory, and the activation password with it. */
export function OpenOnThisDevice({ link, isProminent }: { link: string; isProminent: boolean }) {
  return (
    <a href={link} className={buttonClasses(isProminent ? 'primary' : 'secondary')}>
      {t(activationNames.openHere)}
    </a>
  );
}
