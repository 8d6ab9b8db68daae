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
      lead="This phone forgets the keys at once and shows no more one-time passwords for this account. Remove the device on the website as well."
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
