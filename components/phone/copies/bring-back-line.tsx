import { Button } from '@/components/ui/buttons/button';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { t } from '@/lib/shared/language/t';
import type { Phone } from '../phone';
import { useOffersCopies } from './use-offers-copies';

/** On a screen without accounts: the way to a copy that was kept; nothing where there are no copies. */
export function BringBackLine({
  phone,
  isEmptied,
  onBringBack,
}: {
  phone: Phone;
  /** Whether a device that this browser has deleted can be locked here. */
  isEmptied: boolean;
  onBringBack: () => void;
}) {
  if (!useOffersCopies(phone)) return null;
  return (
    <div className="grid justify-items-center text-center text-ink-soft">
      <p>
        {isEmptied
          ? t('Did you keep a copy of your phone? A locked phone can’t be brought back.')
          : t('Did you keep a copy of your phone?')}
      </p>
      <Button variant="quiet" onClick={onBringBack}>
        {t(phoneAppNames.bringBack)}
      </Button>
    </div>
  );
}
