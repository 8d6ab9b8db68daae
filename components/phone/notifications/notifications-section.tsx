import { useEffect, useState } from 'react';
import type { UsableAccount } from '@/lib/phone/accounts/account';
import { readAppPlace, type Platform } from '@/lib/shared/app-place';
import { Button } from '@/components/ui/buttons/button';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { t, type Message, type PlainMessage } from '@/lib/shared/language/t';

/** What this browser allows. `install-first`: the engine offers notifications to an app on the home screen alone. */
type Permission = 'allowed' | 'may-be-asked' | 'blocked' | 'install-first' | 'not-offered';

const WORDS = {
  reached: 'On. We notify you when someone tries to sign in as you, also while this app is closed.',
  'only-open':
    'On while this app is open. Notifications don’t reach it while it’s closed. To try again, turn them off and on.',
  off: 'Notifications are off. You see requests only while this app is open.',
  blocked: 'Blocked: this browser’s settings forbid this site to notify you.',
  'install-first': 'Off. On this device apps may notify you once they are on the Home Screen.',
  'not-offered': 'Off. This browser doesn’t offer notifications for this site.',
} as const satisfies Record<string, Message>;

const UNBLOCK = {
  ios: 'Open Settings, then Notifications and this app, and allow notifications.',
  androidApp: 'Hold the app’s icon on the home screen, tap “App info”, then “Notifications”, and allow them.',
  android: 'Tap the symbol before the address, then “Permissions”, and allow notifications.',
  other: 'Click the symbol before the address, and allow notifications.',
} as const satisfies Record<Platform | 'androidApp', PlainMessage>;

/** What an account's settings say of its notifications. */
export function NotificationsSection({
  account,
  onTurnOn,
  onTurnOff,
  onSendTest,
}: {
  account: UsableAccount;
  onTurnOn: () => void;
  onTurnOff: () => void;
  onSendTest: () => void;
}) {
  const { notifications, isReached = false } = account;
  const permission = usePermission();
  if (notifications === 'not-offered') return null;
  const isOn = notifications === 'on' && permission === 'allowed';
  const state = isOn ? (isReached ? 'reached' : 'only-open') : offState(permission);
  return (
    <section className="grid gap-3">
      <h2 className="text-lg font-semibold">{t('Notifications')}</h2>
      <p className="text-ink-soft">{t(WORDS[state])}</p>
      {state === 'blocked' && <p className="text-ink-soft">{t(wayToUnblock())}</p>}
      {state === 'off' && <Button onClick={onTurnOn}>{t(phoneAppNames.turnNotificationsOn)}</Button>}
      {state === 'reached' && <Button onClick={onSendTest}>{t(phoneAppNames.sendTestNotification)}</Button>}
      {isOn && <Button onClick={onTurnOff}>{t(phoneAppNames.turnNotificationsOff)}</Button>}
    </section>
  );
}

function offState(permission: Permission): keyof typeof WORDS {
  return permission === 'allowed' || permission === 'may-be-asked' ? 'off' : permission;
}

/** Follows what the person changes in the browser's settings meanwhile. */
function usePermission(): Permission {
  const [permission, setPermission] = useState(readPermission);
  useEffect(() => {
    const stopped = new AbortController();
    const { signal } = stopped;
    const read = () => setPermission(readPermission());
    document.addEventListener('visibilitychange', read, { signal });
    async function follow(): Promise<void> {
      const status = await navigator.permissions.query({ name: 'notifications' });
      if (!signal.aborted) status.addEventListener('change', read, { signal });
    }
    // Not every engine can be asked; there the way back to the app tells.
    follow().catch(() => undefined);
    return () => stopped.abort();
  }, []);
  return permission;
}

function wayToUnblock(): PlainMessage {
  const { platform, isInstalled } = readAppPlace(window);
  return UNBLOCK[platform === 'android' && isInstalled ? 'androidApp' : platform];
}

function readPermission(): Permission {
  if (!('Notification' in window) || !('serviceWorker' in navigator)) {
    const { platform, isInstalled } = readAppPlace(window);
    return platform === 'ios' && !isInstalled ? 'install-first' : 'not-offered';
  }
  if (Notification.permission === 'denied') return 'blocked';
  return Notification.permission === 'granted' ? 'allowed' : 'may-be-asked';
}
