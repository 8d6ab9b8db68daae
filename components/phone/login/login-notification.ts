import type { PushedLogin } from '@/lib/phone/login/login-steps';
import { useEffect, useEffectEvent } from 'react';
import { t } from '@/lib/language/t';

/** Whether the browser can show notifications and the user has allowed them. */
export function mayNotify(): boolean {
  return 'Notification' in window && 'serviceWorker' in navigator && Notification.permission === 'granted';
}

/**
 * Shows a notification that opens a waiting request. It may appear on a locked screen, so it names the site and nothing else.
 */
export async function showLoginNotification({ id }: PushedLogin): Promise<void> {
  if (!mayNotify()) return;
  const { ready } = navigator.serviceWorker;
  await (
    await ready
  ).showNotification(t('A request is waiting'), {
    body: t('From {site}. Answer in the app within a minute.', { site: window.location.host }),
    tag: tagOf(id),
    icon: '/authenticator/icon-192.png',
    requireInteraction: true,
    data: { loginRequest: id },
  });
}

export async function closeLoginNotification({ id }: PushedLogin): Promise<void> {
  if (!mayNotify()) return;
  const notifications = await (await navigator.serviceWorker.ready).getNotifications({ tag: tagOf(id) });
  for (const notification of notifications) notification.close();
}

function tagOf(id: string): string {
  return `login-request-${id}`;
}

/** Calls `onPressed` when the service worker reports a pressed notification while the app is open. */
export function usePressedNotification(onPressed: (loginRequest: string) => void): void {
  const tell = useEffectEvent(onPressed);
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return undefined;
    const { serviceWorker } = navigator;
    const hear = ({ data }: MessageEvent<{ loginRequest?: unknown } | null>) => {
      if (typeof data?.loginRequest === 'string') tell(data.loginRequest);
    };
    serviceWorker.addEventListener('message', hear);
    return () => serviceWorker.removeEventListener('message', hear);
  }, []);
}
