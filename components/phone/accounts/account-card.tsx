import type { UsableAccount } from '@/lib/phone/accounts/account';
import type { Bytes } from '@/lib/shared/bytes';
import { Button } from '@/components/ui/buttons/button';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { ShortName } from '@/components/ui/short-name';
import { OneTimePasswordPanel } from './one-time-password-panel';
import { AccountTiles } from './account-tiles';
import { cardWords } from './card-words';
import { FrozenAccount } from './frozen-account';
import { ProbationLine } from './probation-line';
import { t } from '@/lib/shared/language/t';

/** @param instanceKey null while locked */
export function AccountCard({
  account,
  hasOtherDomains,
  instanceKey,
  onUnlock,
  onAskAgain,
  onTurnNotificationsOn,
  onSettings,
}: {
  account: UsableAccount;
  /** Whether this phone has accounts of several domains. */
  hasOtherDomains: boolean;
  instanceKey: Bytes | null;
  onUnlock: () => void;
  /** Whether the account is still frozen. */
  onAskAgain: () => void;
  /** Null where this browser has no notifications, or blocks them. */
  onTurnNotificationsOn: (() => void) | null;
  onSettings: () => void;
}) {
  const { name, details } = account;
  const { title, who, address } = cardWords(account, hasOtherDomains ? window.location.host : null);
  return (
    <li className="grid gap-4 rounded-card border border-line bg-surface p-5">
      <div className="flex items-start gap-3">
        <AccountTiles instanceId={account.instanceId} />
        <div className="min-w-0 grow wrap-anywhere">
          <h2 className="text-xl font-semibold">{title}</h2>
          {who !== null && <p>{who}</p>}
          {address !== null && <p className="text-ink-soft">{address}</p>}
        </div>
        <div className="-mt-2 -mr-3">
          <Button variant="quiet" onClick={onSettings}>
            <ShortName shown={t(phoneAppNames.settings)} name={t(phoneAppNames.settingsOf, { account: name })} />
          </Button>
        </div>
      </div>
      {!account.isFrozen && <ProbationLine details={details} />}
      {account.isFrozen ? (
        <FrozenAccount name={name} onAskAgain={onAskAgain} />
      ) : instanceKey ? (
        <OneTimePasswordPanel instanceKey={instanceKey} />
      ) : (
        <Button onClick={onUnlock}>
          <ShortName
            shown={t(phoneAppNames.showOneTimePassword)}
            name={t(phoneAppNames.showOneTimePasswordFor, { account: name })}
          />
        </Button>
      )}
      {!account.isFrozen && account.notifications === 'off' && onTurnNotificationsOn && (
        <div className="grid justify-items-start">
          <p className="text-ink-soft">{t('Notifications are off. You see requests only while this app is open.')}</p>
          <div className="-mb-3 -ml-3">
            <Button variant="quiet" onClick={onTurnNotificationsOn}>
              <ShortName
                shown={t(phoneAppNames.turnNotificationsOn)}
                name={t(phoneAppNames.turnNotificationsOnFor, { account: name })}
              />
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}
