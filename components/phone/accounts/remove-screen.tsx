import type { UsableAccount } from '@/lib/phone/accounts/account';
import { Button } from '@/components/ui/button';
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
            Remove the account
          </Button>
          <Button onClick={onBack}>Keep it</Button>
        </>
      }
    />
  );
}
