'use client';

import { useEffect, useState } from 'react';
import type { Account } from '@/lib/authenticator-app/account';
import { withdrawActivation } from '@/lib/authenticator-app/withdraw-activation';
import { AccountScreens } from './account-screens';
import { ActivationScreens } from './activation-screens';
import { HomeScreen } from './home-screen';
import { LoginScreens } from './login-screens';
import type { Phone } from './phone';
import { takeLinkFragment } from './take-link-fragment';
import { usableAccount, usableAccounts } from './usable-accounts';
import { useAccounts } from './use-accounts';
import { takeLeavingNote } from './use-leaving-note';
import { useUnlockedKeys } from './use-unlocked-keys';
import type { View } from './view';

/** Everything the app shows once its store is open. */
export function PhoneViews({ phone, accountsAtFirst }: { phone: Phone; accountsAtFirst: Account[] }) {
  const [interrupted] = useState(takeLeavingNote);
  const [view, setView] = useState<View>(() => firstView(interrupted !== null));
  const [hasMoved, setHasMoved] = useState(false);
  const [accounts, changed] = useAccounts(phone.store, accountsAtFirst);
  const unlocked = useUnlockedKeys();

  function go(next: View): void {
    setHasMoved(true);
    setView(next);
  }

  useEffect(() => {
    if (interrupted) void withdrawActivation(interrupted);
  }, [interrupted]);

  useEffect(() => {
    const followLink = () => {
      const code = takeLinkFragment();
      if (code !== null) setView({ name: 'activation', code });
    };
    window.addEventListener('hashchange', followLink);
    return () => window.removeEventListener('hashchange', followLink);
  }, []);

  const goHome = () => void changed().then(() => go({ name: 'home' }));
  const scan = () => go({ name: 'activation', code: null });

  if (view.name === 'login') {
    return (
      <LoginScreens
        phone={phone}
        accounts={accounts}
        scanned={view.scanned}
        unlocked={unlocked}
        onScanAgain={scan}
        onLeave={goHome}
      />
    );
  }
  if (view.name === 'activation') {
    return (
      <ActivationScreens
        key={view.code}
        phone={phone}
        code={view.code}
        {...(view.start && { start: view.start })}
        canSignIn={usableAccounts(accounts).length > 0}
        onLogin={(scanned) => go({ name: 'login', scanned })}
        onActivated={({ instanceId }, instanceKey) => {
          unlocked.unlock(instanceId, instanceKey);
          goHome();
        }}
        onLeave={goHome}
      />
    );
  }
  const account = view.name === 'home' ? null : usableAccount(accounts, view.instanceId);
  if (view.name !== 'home' && account) {
    return (
      <AccountScreens
        key={view.name}
        phone={phone}
        account={account}
        view={view}
        unlocked={unlocked}
        go={go}
        changed={changed}
      />
    );
  }
  return (
    <HomeScreen
      accounts={accounts}
      keys={unlocked.keys}
      takesFocus={hasMoved}
      onScan={scan}
      onUnlock={(instanceId) => go({ name: 'unlock', instanceId, purpose: 'show' })}
      onSettings={(instanceId) => go({ name: 'settings', instanceId, done: null })}
      onNoted={(instanceId) => void phone.store.remove(instanceId).then(changed)}
    />
  );
}

/** A link for this device comes first, then an activation that a reload has cut off. */
function firstView(wasInterrupted: boolean): View {
  const code = takeLinkFragment();
  if (code !== null) return { name: 'activation', code };
  if (wasInterrupted) return { name: 'activation', code: null, start: { state: 'failed', failure: 'interrupted' } };
  return { name: 'home' };
}
