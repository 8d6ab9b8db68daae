import type { UsableAccount } from '@/lib/phone/accounts/account';
import { SuccessMark } from '@/components/activation/success-mark';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { PhoneScreen } from '../phone-screen';

export function ActivatedScreen({ account, onDone }: { account: UsableAccount; onDone: () => void }) {
  return (
    <PhoneScreen
      title="This phone is activated"
      lead="You can use it now: it shows a new one-time password every 30 seconds."
      back={onDone}
      actions={
        <Button variant="primary" onClick={onDone}>
          Show the one-time password
        </Button>
      }
    >
      <SuccessMark />
      <Card>
        <DescriptionList
          items={[
            { term: 'User', description: <strong>{account.userId}</strong> },
            ...(account.domain ? [{ term: 'Domain', description: account.domain }] : []),
            { term: 'Serial number', description: account.instanceId },
            { term: 'Opens with', description: account.biometrics ? 'PIN, fingerprint or face' : 'PIN' },
            ...(account.notifications === 'not-offered'
              ? []
              : [{ term: 'Notifications', description: account.notifications === 'on' ? 'On' : 'Off' }]),
          ]}
        />
      </Card>
    </PhoneScreen>
  );
}
