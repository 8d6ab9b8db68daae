import type { UsableAccount } from '@/lib/phone/accounts/account';
import { Button } from '@/components/ui/buttons/button';
import { PhoneScreen } from '../phone-screen';
import { cardWords, hasSeveralDomains } from './card-words';
import { t } from '@/lib/shared/language/t';

/** Shown when several accounts can sign in. */
export function ChooseAccountScreen({
  accounts,
  onChosen,
  onCancel,
}: {
  accounts: readonly UsableAccount[];
  onChosen: (account: UsableAccount) => void;
  onCancel: () => void;
}) {
  return (
    <PhoneScreen
      title={t('Which account?')}
      lead={t('Choose the one you want to sign in with.')}
      leave={{ name: 'cancel', onPress: onCancel }}
    >
      <ul className="grid gap-3">
        {accounts.map((account) => {
          const { title, who, address } = cardWords(account, hasSeveralDomains(accounts) ? window.location.host : null);
          return (
            <li key={account.instanceId} className="grid">
              <Button onClick={() => onChosen(account)}>
                <span className="grid min-w-0 py-1 wrap-anywhere">
                  <span>{title}</span>
                  {who !== null && <span className="font-normal">{who}</span>}
                  {address !== null && <span className="font-normal text-ink-soft">{address}</span>}
                </span>
              </Button>
            </li>
          );
        })}
      </ul>
    </PhoneScreen>
  );
}
