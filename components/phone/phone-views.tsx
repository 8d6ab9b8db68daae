'use client';

import { useEffect, useState } from 'react';
import type { Account } from '@/lib/authenticator-app/account';
import { withdrawActivation } from '@/lib/authenticator-app/withdraw-activation';
import { AccountScreens } from './account-screens';
import { ActivationScreens } from './activation-screens';
import { HomeScreen } from './home-screen';
import { LoginRequestBanner } from './login-request-banner';
import { readLoginRequestLink } from './login-request-link';
import { LoginScreens } from './login-screens';
import type { Phone } from './phone';
import { PushedLoginScreens } from './pushed-login-screens';
import { takeLinkFragment } from './take-link-fragment';
import { usableAccount, usableAccounts } from './usable-accounts';
import { useAccounts } from './use-accounts';
import { takeLeavingNote } from './use-leaving-note';
import { useLoginRequests } from './use-login-requests';
import { usePressedNotification } from './use-pressed-notification';
import { useUnlockedKeys } from './use-unlocked-keys';
import type { View } from './view';

/** Everything the app shows once its store is open. */
export function PhoneViews({ phone, accountsAtFirst }: { phone: Phone; accountsAtFirst: Account[] }) {
  const [interrupted] = useState(takeLeavingNote);
  const [view, setView] = useState<View>(() => firstView(interrupted !== null));
  const [hasMoved, setHasMoved] = useState(false);
  const [accounts, changed] = useAccounts(phone.store, accountsAtFirst);
  const unlocked = useUnlockedKeys();
  const requests = useLoginRequests(phone, accounts);

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
      if (code !== null) setView(viewOf(code));
    };
    window.addEventListener('hashchange', followLink);
    return () => window.removeEventListener('hashchange', followLink);
  }, []);

  usePressedNotification((id) => {
    // An activation is not thrown away for it; the banner waits behind that.
    if (view.name !== 'activation') go({ name: 'login-request', id });
  });
  const goHome = () => void changed().then(() => go({ name: 'home' }));
  const scan = () => go({ name: 'activation', code: null });

  if (view.name === 'login' || view.name === 'login-request') {
    const shared = { phone, accounts, unlocked, onScanAgain: scan, onLeave: goHome };
    return view.name === 'login' ? (
      <LoginScreens {...shared} source={view.source} />
    ) : (
      <PushedLoginScreens key={view.id} {...shared} id={view.id} requests={requests} />
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
        onLogin={(source) => go({ name: 'login', source })}
        onActivated={({ instanceId }, instanceKey) => {
          unlocked.unlock(instanceId, instanceKey);
          goHome();
        }}
        onLeave={goHome}
      />
    );
  }
  const [request] = requests ?? [];
  const asked = request && usableAccount(accounts, request.instanceId);
  const banner = asked && (
    <LoginRequestBanner key={request.id} account={asked} onOpen={() => go({ name: 'login-request', id: request.id })} />
  );
  const account = view.name === 'home' ? null : usableAccount(accounts, view.instanceId);
  return (
    <>
      {banner}
      {view.name !== 'home' && account ? (
        <AccountScreens
          key={view.name}
          phone={phone}
          account={account}
          view={view}
          unlocked={unlocked}
          go={go}
          changed={changed}
        />
      ) : (
        <HomeScreen
          accounts={accounts}
          keys={unlocked.keys}
          takesFocus={hasMoved}
          onScan={scan}
          onUnlock={(instanceId) => go({ name: 'unlock', instanceId, purpose: 'show' })}
          onSettings={(instanceId) => go({ name: 'settings', instanceId, done: null })}
          onNoted={(instanceId) => void phone.store.remove(instanceId).then(changed)}
        />
      )}
    </>
  );
}

/** What the part of the address behind the `#` leads to. */
function viewOf(fragment: string): View {
  const id = readLoginRequestLink(fragment);
  return id === null ? { name: 'activation', code: fragment } : { name: 'login-request', id };
}

/** A link for this device comes first, then an activation that a reload has cut off. */
function firstView(wasInterrupted: boolean): View {
  const code = takeLinkFragment();
  if (code !== null) return viewOf(code);
  if (wasInterrupted) return { name: 'activation', code: null, start: { state: 'failed', failure: 'interrupted' } };
  return { name: 'home' };
}
