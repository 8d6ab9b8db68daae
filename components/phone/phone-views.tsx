'use client';

import { useEffect, useState } from 'react';
import type { Account } from '@/lib/phone/accounts/account';
import { withdrawActivation } from '@/lib/phone/activation/withdraw-activation';
import { AccountScreens } from './accounts/account-screens';
import { ActivationScreens } from './activation/activation-screens';
import { useErasedCopies } from './copies/erase-kept-copies';
import { renewNotifications } from './notifications/renew-notifications';
import { HomeScreen } from './home-screen';
import { LoadedScreens } from './loaded-screens';
import { LoginRequestBanner, readLoginRequestLink } from './login/login-request-banner';
import type { Phone } from './phone';
import type { SafeMoment } from './safe-moment';
import { useAccounts, usableAccount, usableAccounts } from './accounts/use-accounts';
import { useDeviceDetails } from './accounts/device-details';
import { takeLeavingNote } from './use-leaving-note';
import { useLinks } from './use-followed-link';
import { useLoginRequests } from './login/use-login-requests';
import { usePressedNotification } from './login/login-notification';
import { parseSignInHereLink, type SignInHereLink } from '@/lib/shared/codes/sign-in-here-link';
import { beginsLogin } from '@/lib/phone/scanning/code-prefixes';
import { carriedLink } from '@/lib/phone/scanning/carried-link';
import { readAppPlace } from '@/lib/shared/app-place';
import { useUnlockedKeys } from './pin/use-unlocked-keys';
import type { View } from './view';
import { inBackground } from '@/components/site/feedback/perform';
import { perform } from './perform';

/** Loaded on demand, because the scan screen does not need them. */
const loadLoginScreens = () =>
  // With what they do, so that an answer never waits for a script that a newer website lacks.
  Promise.all([import('./login/all-login-screens'), import('@/lib/phone/login/drive-login')]).then(
    ([screens]) => screens,
  );
const loadInstallFirstScreen = () => import('./install/install-first-screen');
const loadPasteLinkScreen = () => import('./install/paste-link-screen');
const loadBringBackScreens = () => import('./copies/bring-back-screens');
const loadOfflineScreens = () => import('./offline/offline-screens');

/** The app once its store is open. @param underWay an activation that survived a closed app */
export function PhoneViews({
  phone,
  accountsAtFirst,
  underWay,
  safeMoment,
}: {
  phone: Phone;
  accountsAtFirst: Account[];
  underWay: View | null;
  safeMoment: SafeMoment;
}) {
  const [interrupted] = useState(takeLeavingNote);
  const [view, setView] = useState<View>(() => underWay ?? firstView(interrupted !== null));
  /** Counts views, as a key: each activation starts afresh, even with the same code. */
  const [moves, setMoves] = useState(0);
  const [followed, setFollowed] = useState<string | null>(null);
  const [{ platform, isInstalled, deletesUnvisited }] = useState(() => readAppPlace(window));
  const [goesOnInTab, setGoesOnInTab] = useState(false);
  const [accounts, announceChange] = useAccounts(phone.store, accountsAtFirst);
  const unlocked = useUnlockedKeys();
  const requests = useLoginRequests(phone, accounts);
  useErasedCopies(phone, accounts);
  useDeviceDetails(phone, unlocked.keys, announceChange);

  function go(next: View): void {
    setMoves((before) => before + 1);
    setView(next);
  }

  function openRequest(id: string): void {
    // An activation is not interrupted; the banner appears after it.
    if (view.name !== 'activation' && view.name !== 'offline-activation') go({ name: 'login-request', id });
  }

  function openSignIn(link: SignInHereLink): void {
    if (view.name !== 'activation' && view.name !== 'offline-activation') go({ name: 'linked-login', link });
  }

  const installsFirst = platform === 'ios' && deletesUnvisited && !goesOnInTab && accounts.length === 0;

  function activate(code: string | null): void {
    setFollowed(null);
    // A sign-in has nothing to carry there: the app on the home screen, if there is one, scans it itself.
    if (installsFirst && code !== null && !beginsLogin(code)) go({ name: 'install-first', code });
    else go({ name: 'activation', code });
  }

  function goOnInTab(): void {
    setGoesOnInTab(true);
    go(view.name === 'install-first' ? { name: 'activation', code: view.code } : { name: 'home' });
  }

  useEffect(() => {
    safeMoment.tell(view.name !== 'home' && view.name !== 'settings');
  }, [safeMoment, view.name]);
  useEffect(() => {
    if (interrupted) inBackground(withdrawActivation(interrupted));
  }, [interrupted]);

  usePressedNotification(openRequest);
  useLinks((fragment) => {
    const id = readLoginRequestLink(fragment);
    const signIn = parseSignInHereLink(fragment);
    if (id !== null) openRequest(id);
    else if (signIn.ok) openSignIn(signIn.value);
    else if (canBeLeft(view)) activate(fragment);
    else setFollowed(fragment);
  });
  const scan = () => activate(followed);
  const moveOn = () => (followed === null ? go({ name: 'home' }) : scan());
  const leaveActivation = () => perform(announceChange().then(moveOn));
  // Moves on first, so that a link that is followed now does not find the ended sign-in.
  const leaveLogin = () => {
    moveOn();
    inBackground(announceChange());
  };

  if (view.name === 'login' || view.name === 'login-request' || view.name === 'linked-login') {
    const shared = { phone, accounts, unlocked, followed, onScanAgain: scan, onLeave: leaveLogin };
    return (
      <LoadedScreens load={loadLoginScreens} onClose={leaveLogin}>
        {({ LoginScreens, PushedLoginScreens, LinkedLoginScreens }) => {
          switch (view.name) {
            case 'login':
              return <LoginScreens {...shared} source={view.source} />;
            case 'login-request':
              return <PushedLoginScreens key={view.id} {...shared} id={view.id} requests={requests} />;
            case 'linked-login':
              return <LinkedLoginScreens key={view.link.id} {...shared} link={view.link} />;
          }
        }}
      </LoadedScreens>
    );
  }
  if (view.name === 'install-first' || (view.name === 'home' && installsFirst)) {
    const link = view.name === 'home' ? null : carriedLink(view.code, window.location.origin);
    return (
      <LoadedScreens load={loadInstallFirstScreen} onClose={goOnInTab}>
        {({ InstallFirstScreen }) => <InstallFirstScreen key={moves} link={link} onGoOn={goOnInTab} />}
      </LoadedScreens>
    );
  }
  if (view.name === 'paste-link') {
    return (
      <LoadedScreens load={loadPasteLinkScreen} onClose={() => go({ name: 'home' })}>
        {({ PasteLinkScreen }) => <PasteLinkScreen onLink={activate} onBack={() => go({ name: 'home' })} />}
      </LoadedScreens>
    );
  }
  if (view.name === 'activation') {
    return (
      <ActivationScreens
        key={moves}
        phone={phone}
        code={view.code}
        {...(view.start && { start: view.start })}
        followed={followed}
        canSignIn={usableAccounts(accounts).length > 0}
        onLogin={(source) => go({ name: 'login', source })}
        onOffline={(start) => go({ name: 'offline-activation', start })}
        onActivated={({ instanceId }, instanceKey) => {
          if (instanceKey) unlocked.unlock(instanceId, instanceKey);
          leaveActivation();
        }}
        onLeave={leaveActivation}
        onStay={() => setFollowed(null)}
      />
    );
  }
  if (view.name === 'offline-activation') {
    return (
      <LoadedScreens load={loadOfflineScreens} onClose={leaveActivation}>
        {({ OfflineScreens }) => (
          <OfflineScreens
            phone={phone}
            start={view.start}
            followed={followed}
            onActivated={(stored) => {
              if (stored) unlocked.unlock(stored.account.instanceId, stored.instanceKey);
              leaveActivation();
            }}
            onStartOver={scan}
            onLeave={leaveActivation}
            onStay={() => setFollowed(null)}
          />
        )}
      </LoadedScreens>
    );
  }
  if (view.name === 'bring-back') {
    return (
      <LoadedScreens load={loadBringBackScreens} onClose={moveOn}>
        {({ BringBackScreens }) => (
          <BringBackScreens
            phone={phone}
            onReturned={(account, instanceKey) => {
              unlocked.unlock(account.instanceId, instanceKey);
              inBackground(renewNotifications(phone, account, instanceKey));
              leaveActivation();
            }}
            onClose={moveOn}
          />
        )}
      </LoadedScreens>
    );
  }
  const [request] = requests ?? [];
  const requestedAccount = request && usableAccount(accounts, request.instanceId);
  const banner = requestedAccount && (
    <LoginRequestBanner
      key={request.id}
      account={requestedAccount}
      onOpen={() => go({ name: 'login-request', id: request.id })}
    />
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
          changed={announceChange}
        />
      ) : (
        <HomeScreen
          accounts={accounts}
          keys={unlocked.keys}
          takesFocus={moves > 0}
          phone={phone}
          onBringBack={() => go({ name: 'bring-back' })}
          onScan={scan}
          hasNotifications={phone.abilities.hasNotifications}
          onUnlock={(instanceId) => go({ name: 'unlock', instanceId, purpose: 'show', from: 'home' })}
          onAskAgain={(instanceId) => go({ name: 'unlock', instanceId, purpose: 'ask-again', from: 'home' })}
          onTurnNotificationsOn={(instanceId) => {
            const instanceKey = unlocked.keys.get(instanceId);
            if (instanceKey) go({ name: 'new-notifications', instanceId, instanceKey, from: 'home' });
            else go({ name: 'unlock', instanceId, purpose: 'turn-notifications-on', from: 'home' });
          }}
          onSettings={(instanceId) => go({ name: 'settings', instanceId, done: null })}
          onPasted={platform === 'ios' && isInstalled ? activate : null}
          onPasteByHand={() => go({ name: 'paste-link' })}
          onNoted={(instanceId) => perform(phone.store.remove(instanceId).then(announceChange))}
        />
      )}
    </>
  );
}

const BUSY: ReadonlySet<View['name']> = new Set([
  'activation',
  'offline-activation',
  'login',
  'login-request',
  'linked-login',
]);

/** Activations and sign-ins decide themselves whether a link may interrupt them. */
function canBeLeft({ name }: View): boolean {
  return !BUSY.has(name);
}

function firstView(wasInterrupted: boolean): View {
  return wasInterrupted
    ? { name: 'activation', code: null, start: { state: 'failed', failure: 'interrupted' } }
    : { name: 'home' };
}
