import type { Account } from '@/lib/phone/accounts/account';
import type { Bytes } from '@/lib/shared/bytes';
import { Button } from '@/components/ui/button';
import { AccountCard } from './accounts/account-card';
import { EmptyPicture } from './empty-picture';
import { PhoneScreen } from './phone-screen';
import { WipedCard } from './accounts/wiped-card';

export function HomeScreen({
  accounts,
  keys,
  takesFocus,
  onScan,
  onUnlock,
  onSettings,
  onNoted,
}: {
  accounts: readonly Account[];
  keys: ReadonlyMap<string, Bytes>;
  takesFocus: boolean;
  onScan: () => void;
  onUnlock: (instanceId: string) => void;
  onSettings: (instanceId: string) => void;
  onNoted: (instanceId: string) => void;
}) {
  const isEmpty = accounts.length === 0;
  return (
    <PhoneScreen
      takesFocus={takesFocus}
      back="leaves-app"
      title={isEmpty ? 'Welcome' : 'Your accounts'}
      lead={isEmpty && 'Activate this phone to sign in with one-time passwords. It takes about two minutes.'}
      actions={
        <Button variant={isEmpty ? 'primary' : 'secondary'} onClick={onScan}>
          Scan code
        </Button>
      }
    >
      {isEmpty ? (
        <EmptyPicture />
      ) : (
        <ul className="grid gap-4">
          {accounts.map((account) =>
            account.state === 'wiped' ? (
              <WipedCard key={account.instanceId} account={account} onNoted={() => onNoted(account.instanceId)} />
            ) : (
              <AccountCard
                key={account.instanceId}
                account={account}
                instanceKey={keys.get(account.instanceId) ?? null}
                onUnlock={() => onUnlock(account.instanceId)}
                onSettings={() => onSettings(account.instanceId)}
              />
            ),
          )}
        </ul>
      )}
    </PhoneScreen>
  );
}
