'use client';

import type { UsableAccount } from '@/lib/phone/accounts/account';
import { sealUnderBiometrics } from '@/lib/phone/keys/biometric-sealed-key';
import type { BiometricCredential } from '@/lib/phone/keys/biometrics';
import { sealUnderPin } from '@/lib/phone/keys/pin-sealed-key';
import type { Bytes } from '@/lib/shared/bytes';
import { eraseKeptCopy } from '../copies/erase-kept-copies';
import { BiometricsScreen } from '../pin/biometrics-screen';
import { LoadedScreens } from '../loaded-screens';
import { NewPinScreen } from '../pin/new-pin-screen';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import type { Phone } from '../phone';
import { RemoveScreen } from './remove-screen';
import { UnlockScreen } from '../pin/unlock-screen';
import type { UnlockedKeys } from '../pin/use-unlocked-keys';
import type { Purpose, View } from '../view';
import { t, type Message } from '@/lib/shared/language/t';
import { inBackground } from '@/components/site/feedback/perform';
import { AccountGone, perform } from '../perform';

/** Loaded on demand, because the scan screen does not need them. */
const loadSettingsScreen = () => import('../settings-screen');
const loadFreezeScreen = () => import('../freeze/freeze-screen');
const loadTest = () => import('../notifications/test-notification');
const loadReach = () => import('../notifications/reach-by-push');
const loadKeepCopyScreen = () => import('../copies/keep-copy-screen');
const loadNewNotificationsScreens = () => import('../notifications/new-notifications-screens');

const LEADS = {
  show: 'Enter your PIN to see your one-time password.',
  'ask-again': 'Enter your PIN to ask the website whether your account is still frozen.',
  'change-pin': 'Enter your current PIN first.',
  'turn-biometrics-on': 'Enter your PIN to turn on fingerprint or face.',
  'turn-biometrics-off': 'Enter your PIN to turn off fingerprint or face.',
  'turn-notifications-on': 'Enter your PIN to turn on notifications.',
  'turn-notifications-off': 'Enter your PIN to turn off notifications.',
  'test-notifications': 'Enter your PIN to send this phone a test.',
  'keep-copy': 'Enter your PIN to keep a copy. The copy opens with this PIN.',
  freeze: 'Enter your PIN to freeze everything.',
  remove: 'Enter your PIN to remove this account from the phone.',
} as const satisfies Record<Purpose, Message>;

/** Purposes that a fingerprint or face may unlock; the others take the PIN. */
const BIOMETRIC_PURPOSES: ReadonlySet<Purpose> = new Set([
  'show',
  'ask-again',
  'turn-notifications-on',
  'turn-notifications-off',
  'test-notifications',
]);

type AccountView = Exclude<
  View,
  {
    name:
      | 'home'
      | 'install-first'
      | 'paste-link'
      | 'activation'
      | 'offline-activation'
      | 'login'
      | 'login-request'
      | 'linked-login'
      | 'bring-back';
  }
>;

type AccountScreensProps = {
  phone: Phone;
  account: UsableAccount;
  view: AccountView;
  unlocked: UnlockedKeys;
  go: (view: View) => void;
  /** To be called after each change of the store. */
  changed: () => Promise<void>;
};

export function AccountScreens({ phone, account, view, unlocked, go, changed }: AccountScreensProps) {
  const { instanceId } = account;
  const from = 'from' in view ? { from: view.from } : {};
  const settings = (message: string | null = null) => go({ name: 'settings', instanceId, done: message });
  const goBack = (message: string | null = null) => (from.from === 'home' ? go({ name: 'home' }) : settings(message));

  /** A failure is said in the settings, where each of these begins. */
  const act = (work: Promise<unknown>) =>
    perform(work, (words) => go({ name: 'settings', instanceId, done: null, problem: words }));

  async function change(changes: Partial<UsableAccount>, message: string): Promise<void> {
    if (!(await phone.store.change(instanceId, changes))) throw new AccountGone();
    await changed();
    settings(message);
  }

  async function changePin(instanceKey: Bytes, pin: string): Promise<void> {
    const pinSealedKey = await sealUnderPin(phone.deviceKey, instanceId, instanceKey, pin);
    await change(
      { pinSealedKey },
      account.copy ? t('PIN changed. The copy doesn’t follow: keep a new one.') : t('PIN changed.'),
    );
    // It opens with the old PIN.
    await eraseKeptCopy(phone, account);
    await changed();
  }

  async function turnBiometricsOn(instanceKey: Bytes, credential: BiometricCredential | null): Promise<void> {
    if (!credential) return settings();
    const biometrics = await sealUnderBiometrics(phone.deviceKey, instanceId, instanceKey, credential);
    await change({ biometrics }, t('Fingerprint or face is on.'));
  }

  async function turnNotificationsOff(instanceKey: Bytes): Promise<void> {
    // Before the website hears of it, so that it holds whatever comes of that.
    if (!(await phone.store.change(instanceId, { notifications: 'off' }))) throw new AccountGone();
    const { reachByPush } = await loadReach();
    await reachByPush(phone, { instanceId, instanceKey });
    await changed();
    settings(t('Notifications are off.'));
  }

  async function testNotifications(instanceKey: Bytes): Promise<void> {
    const { testNotification } = await loadTest();
    const { problem, words } = await testNotification(phone, { instanceId, instanceKey });
    await changed();
    go({ name: 'settings', instanceId, done: problem ? null : words, problem: problem ? words : null });
  }

  async function remove(): Promise<void> {
    await phone.store.remove(instanceId);
    inBackground(eraseKeptCopy(phone, account));
    unlocked.lock(instanceId);
    await changed();
    go({ name: 'home' });
  }

  function opened(purpose: Purpose, instanceKey: Bytes, pin: string | null): void {
    switch (purpose) {
      case 'show':
      case 'ask-again':
        unlocked.unlock(instanceId, instanceKey);
        return go({ name: 'home' });
      case 'change-pin':
        return go({ name: 'new-pin', instanceId, instanceKey });
      case 'turn-biometrics-on':
        return go({ name: 'new-biometrics', instanceId, instanceKey });
      case 'turn-biometrics-off':
        return act(change({ biometrics: null }, t('Fingerprint or face is off.')));
      case 'turn-notifications-on':
        return go({ name: 'new-notifications', instanceId, instanceKey, ...from });
      case 'turn-notifications-off':
        return act(turnNotificationsOff(instanceKey));
      case 'test-notifications':
        return act(testNotifications(instanceKey));
      case 'keep-copy':
        return pin === null ? settings() : go({ name: 'new-copy', instanceId, instanceKey, pin });
      case 'freeze':
        return go({ name: 'freeze', instanceId, instanceKey });
      case 'remove':
        return go({ name: 'remove', instanceId });
    }
  }

  switch (view.name) {
    case 'settings':
      return (
        <LoadedScreens load={loadSettingsScreen} onClose={() => go({ name: 'home' })}>
          {({ SettingsScreen }) => (
            <SettingsScreen
              phone={phone}
              account={account}
              done={view.done}
              problem={view.problem ?? null}
              onChangePin={() => go({ name: 'unlock', instanceId, purpose: 'change-pin' })}
              onTurnBiometricsOn={() => go({ name: 'unlock', instanceId, purpose: 'turn-biometrics-on' })}
              onTurnBiometricsOff={() => go({ name: 'unlock', instanceId, purpose: 'turn-biometrics-off' })}
              onTurnNotificationsOn={() => go({ name: 'unlock', instanceId, purpose: 'turn-notifications-on' })}
              onTurnNotificationsOff={() => go({ name: 'unlock', instanceId, purpose: 'turn-notifications-off' })}
              onSendTestNotification={() => go({ name: 'unlock', instanceId, purpose: 'test-notifications' })}
              onKeepCopy={() => go({ name: 'unlock', instanceId, purpose: 'keep-copy' })}
              onFreeze={() => go({ name: 'unlock', instanceId, purpose: 'freeze' })}
              onRemove={() => go({ name: 'unlock', instanceId, purpose: 'remove' })}
              onBack={() => go({ name: 'home' })}
            />
          )}
        </LoadedScreens>
      );
    case 'unlock':
      return (
        <UnlockScreen
          phone={phone}
          account={account}
          lead={t(LEADS[view.purpose])}
          allowsBiometrics={BIOMETRIC_PURPOSES.has(view.purpose)}
          onOpened={(instanceKey, pin) => opened(view.purpose, instanceKey, pin)}
          onLost={() => {
            unlocked.lock(instanceId);
            perform(changed().then(() => go({ name: 'home' })));
          }}
          onBack={() => goBack()}
        />
      );
    case 'new-pin':
      return (
        <NewPinScreen
          title={t('Choose a new PIN')}
          leave={{ name: 'back', onPress: () => settings() }}
          policy={account}
          submitName={t(phoneAppNames.changeThePin)}
          onChosen={({ pin }) => act(changePin(view.instanceKey, pin))}
        />
      );
    case 'new-biometrics':
      return (
        <BiometricsScreen
          accountName={account.userId}
          onChosen={(credential) => act(turnBiometricsOn(view.instanceKey, credential))}
          onCancel={() => settings()}
        />
      );
    case 'new-notifications':
      return (
        <LoadedScreens load={loadNewNotificationsScreens} onClose={() => goBack()}>
          {({ NewNotificationsScreens }) => (
            <NewNotificationsScreens
              phone={phone}
              account={account}
              instanceKey={view.instanceKey}
              onTurnedOn={() => act(changed().then(() => goBack(t('Notifications are on.'))))}
              onBack={() => goBack()}
            />
          )}
        </LoadedScreens>
      );
    case 'new-copy':
      return (
        <LoadedScreens load={loadKeepCopyScreen} onClose={() => settings()}>
          {({ KeepCopyScreen }) => (
            <KeepCopyScreen
              phone={phone}
              account={account}
              instanceKey={view.instanceKey}
              pin={view.pin}
              onKept={() =>
                act(changed().then(() => settings(t('The copy is kept. We told all your email addresses.'))))
              }
              onClose={() => settings()}
            />
          )}
        </LoadedScreens>
      );
    case 'freeze':
      return (
        <LoadedScreens load={loadFreezeScreen} onClose={() => settings()}>
          {({ FreezeScreen }) => (
            <FreezeScreen
              phone={phone}
              device={view}
              onFrozen={() => {
                unlocked.lock(instanceId);
                perform(phone.store.change(instanceId, { isFrozen: true }).then(changed));
                go({ name: 'home' });
              }}
              onClose={() => settings()}
            />
          )}
        </LoadedScreens>
      );
    case 'remove':
      return <RemoveScreen account={account} onConfirm={() => act(remove())} onBack={() => settings()} />;
  }
}
