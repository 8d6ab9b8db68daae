import { Button } from '@/components/ui/buttons/button';
import { RichText } from '@/components/site/language/rich-text';
import { Time } from '@/components/ui/time';
import type { UsableAccount } from '@/lib/phone/accounts/account';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { t } from '@/lib/shared/language/t';
import type { Phone } from '../phone';
import { useOffersCopies } from './use-offers-copies';

/** In an account's settings, where copies are offered. */
export function CopySection({
  phone,
  account,
  onKeepCopy,
}: {
  phone: Phone;
  account: UsableAccount;
  onKeepCopy: () => void;
}) {
  const isOffered = useOffersCopies(phone);
  if (!isOffered) return null;
  // The website may have deleted it since.
  const copy = account.details?.hasCopy === false ? undefined : account.copy;
  return (
    <section className="grid gap-3">
      <h2 className="text-lg font-semibold">{t('Copy of this phone')}</h2>
      <p className="text-ink-soft">
        {copy ? (
          <RichText
            message="Kept since {time}. It brings this account back once, with its passkey and your PIN. You can delete it on the website."
            values={{ time: <Time at={copy.keptAt} /> }}
          />
        ) : (
          t('If this browser ever deletes its data, a copy brings this account back with a passkey and your PIN.')
        )}
      </p>
      <Button onClick={onKeepCopy}>{t(copy ? phoneAppNames.keepNewCopy : phoneAppNames.keepCopy)}</Button>
    </section>
  );
}
