import type { Account } from '@/lib/phone/accounts/account';
import type { Bytes } from '@/lib/shared/bytes';
import { Button } from '@/components/ui/buttons/button';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { AccountCard } from './accounts/account-card';
import { hasSeveralDomains } from './accounts/card-words';
import { BringBackLine } from './copies/bring-back-line';
import { EmptiedNotice } from './emptied/emptied-notice';
import { useGhosts } from './emptied/use-ghosts';
import { InstallHelp } from './install/install-help';
import { PasteLink } from './install/paste-link';
import type { Phone } from './phone';
import { PhoneScreen } from './phone-screen';
import { WipedCard } from './accounts/wiped-card';
import { t } from '@/lib/shared/language/t';

/** Opened as another document, because the app shares no script with it. */
const WEBSITE = '/activations/new';

type HomeScreenProps = {
  phone: Phone;
  accounts: readonly Account[];
  keys: ReadonlyMap<string, Bytes>;
  takesFocus: boolean;
  /** Whether this browser may be asked for notifications. */
  hasNotifications: boolean;
  /** Where there are no accounts, and copies are offered. */
  onBringBack: () => void;
  onScan: () => void;
  onUnlock: (instanceId: string) => void;
  onAskAgain: (instanceId: string) => void;
  onTurnNotificationsOn: (instanceId: string) => void;
  onSettings: (instanceId: string) => void;
  onNoted: (instanceId: string) => void;
  /** Gets the text of a link that the clipboard holds; null where the app shares the browser's storage. */
  onPasted: ((text: string) => void) | null;
  onPasteByHand: () => void;
};

export function HomeScreen({
  phone,
  accounts,
  keys,
  takesFocus,
  hasNotifications,
  onBringBack,
  onScan,
  onUnlock,
  onAskAgain,
  onTurnNotificationsOn,
  onSettings,
  onNoted,
  onPasted,
  onPasteByHand,
}: HomeScreenProps) {
  const isEmpty = accounts.length === 0;
  return (
    <PhoneScreen
      takesFocus={takesFocus}
      back="leaves-app"
      title={isEmpty ? t(phoneAppNames.welcome) : t(phoneAppNames.accounts)}
      lead={isEmpty && t('Activate this phone to confirm it’s you when you sign in. This takes about two minutes.')}
      actions={
        <Button variant="primary" onClick={onScan}>
          {t(phoneAppNames.scanCode)}
        </Button>
      }
    >
      {isEmpty ? (
        <EmptyHome phone={phone} onBringBack={onBringBack} onPasted={onPasted} onPasteByHand={onPasteByHand} />
      ) : (
        <ul className="grid gap-4">
          {accounts.map((account) =>
            account.state === 'wiped' ? (
              <WipedCard key={account.instanceId} account={account} onNoted={() => onNoted(account.instanceId)} />
            ) : (
              <AccountCard
                key={account.instanceId}
                account={account}
                hasOtherDomains={hasSeveralDomains(accounts)}
                instanceKey={keys.get(account.instanceId) ?? null}
                onUnlock={() => onUnlock(account.instanceId)}
                onAskAgain={() => onAskAgain(account.instanceId)}
                onTurnNotificationsOn={hasNotifications ? () => onTurnNotificationsOn(account.instanceId) : null}
                onSettings={() => onSettings(account.instanceId)}
              />
            ),
          )}
        </ul>
      )}
    </PhoneScreen>
  );
}

function EmptyHome({
  phone,
  onBringBack,
  onPasted,
  onPasteByHand,
}: Pick<HomeScreenProps, 'phone' | 'onBringBack' | 'onPasted' | 'onPasteByHand'>) {
  const emptied = useGhosts();
  const isEmptied = emptied.ghosts.length > 0;
  // Before the button that locks, where there is one.
  const bringBackLine = <BringBackLine phone={phone} isEmptied={isEmptied} onBringBack={onBringBack} />;
  return (
    <>
      {isEmptied && bringBackLine}
      <EmptiedNotice {...emptied} />
      <EmptyPicture />
      <p className="text-center text-ink-soft">
        {t('Activating on this phone?')}{' '}
        <a href={WEBSITE} className="font-semibold text-accent underline underline-offset-4">
          {t(phoneAppNames.goToWebsite)}
        </a>
      </p>
      {onPasted && <PasteLink onLink={onPasted} onNone={onPasteByHand} />}
      {!isEmptied && bringBackLine}
      <InstallHelp />
    </>
  );
}

/** Decoration. */
function EmptyPicture() {
  return (
    <svg
      viewBox="0 0 160 120"
      aria-hidden="true"
      focusable="false"
      className="mx-auto mt-6 w-full max-w-60 fill-none stroke-accent"
      strokeWidth="2.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <rect x="52" y="6" width="56" height="108" rx="10" />
      <path d="M74 14h12" />
      <path d="M62 44v-7a5 5 0 0 1 5-5h7M86 32h7a5 5 0 0 1 5 5v7M98 70v7a5 5 0 0 1-5 5h-7M74 82h-7a5 5 0 0 1-5-5v-7" />
      <g className="fill-accent" stroke="none">
        <rect x="69" y="46" width="7" height="7" rx="1.5" />
        <rect x="84" y="46" width="7" height="7" rx="1.5" />
        <rect x="69" y="61" width="7" height="7" rx="1.5" />
      </g>
      <rect x="76.5" y="53.5" width="7" height="7" rx="1.5" stroke="none" className="fill-tile" />
      <path d="M74 98h12" />
    </svg>
  );
}
