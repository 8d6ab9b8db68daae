import type { PushedLogin } from '@/lib/phone/login/login-steps';
import { useEffect, useEffectEvent } from 'react';

/** Whether the person has allowed notifications and the browser can show them. */
export function mayNotify(): boolean {
  return 'Notification' in window && 'serviceWorker' in navigator && Notification.permission === 'granted';
}

/**
 * Shows a system notification that a request waits, which leads to it when it is pressed. It may be read on a locked screen,
 * so it says which site asks and nothing else.
 */
export async function showLoginNotification({ id }: PushedLogin): Promise<void> {
  if (!mayNotify()) return;
  const { ready } = navigator.serviceWorker;
  await (
    await ready
  ).showNotification('A request waits for you', {
    body: `${window.location.host} asks. Answer in the app within a minute.`,
    tag: tagOf(id),
    icon: '/authenticator/icon-192.png',
    requireInteraction: true,
    data: { loginRequest: id },
  });
}

/** Takes it away once there is nothing left to answer. */
export async function closeLoginNotification({ id }: PushedLogin): Promise<void> {
  if (!mayNotify()) return;
  const shown = await (await navigator.serviceWorker.ready).getNotifications({ tag: tagOf(id) });
  for (const notification of shown) notification.close();
}

function tagOf(id: string): string {
  return `login-request-${id}`;
}

/** Hears from the service worker that a notification was pressed while the app is open. @param onPressed handed its request */
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
