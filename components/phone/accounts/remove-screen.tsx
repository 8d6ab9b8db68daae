import type { UsableAccount } from '@/lib/phone/accounts/account';
import { Button } from '@/components/ui/button';
import { phoneAppNames } from '@/lib/names/phone-app-names';
import { PhoneScreen } from '../phone-screen';

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
      title={`Remove ${account.name}?`}
      lead="This phone deletes the keys now and stops showing one-time passwords for this account. This can’t be undone. Remove the device on the website as well."
      back={onBack}
      actions={
        <>
          <Button variant="danger" onClick={onConfirm}>
            {phoneAppNames.confirmRemove}
          </Button>
          <Button onClick={onBack}>{phoneAppNames.keepIt}</Button>
        </>
      }
    />
  );
}
