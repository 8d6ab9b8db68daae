import type { UsableAccount } from '@/lib/phone/accounts/account';
import { Button } from '@/components/ui/buttons/button';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { PhoneScreen } from '../phone-screen';
import { t } from '@/lib/shared/language/t';

export function RemoveScreen({
  account,
  onConfirm,
  onBack,
}: {
  account: UsableAccount;
  onConfirm: () => void;
  onBack: () => void;
}) {
  return (
    <PhoneScreen
      title={t('Remove {account}?', { account: account.name })}
      lead={t(
        'This phone deletes the keys now and stops showing one-time passwords for this account. This can’t be undone. Remove the device on the website as well.',
      )}
      back={onBack}
      actions={
        <>
          <Button variant="danger" onClick={onConfirm}>
            {t(phoneAppNames.confirmRemove)}
          </Button>
          <Button onClick={onBack}>{t(phoneAppNames.keepIt)}</Button>
        </>
      }
    />
  );
}
