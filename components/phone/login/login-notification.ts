import type { PushedLogin } from '@/lib/phone/login/login-steps';
import { useEffect, useEffectEvent } from 'react';
import { t } from '@/lib/shared/language/t';

/** Whether the browser can show notifications and the user has allowed them. */
export function mayNotify(): boolean {
  return 'Notification' in window && 'serviceWorker' in navigator && Notification.permission === 'granted';
}

/**
 * Shows a notification that opens a waiting request. It may appear on a locked screen, so it names the site and nothing else.
 */
export async function showLoginNotification({ id }: PushedLogin): Promise<void> {
  if (!mayNotify()) return;
  await withRegistration(async (registration) => {
    // A push message may have been faster.
    if ((await registration.getNotifications({ tag: tagOf(id) })).length > 0) return;
    await registration.showNotification(t('A request is waiting'), {
      body: t('From {site}. Answer in the app within a minute.', { site: window.location.host }),
      tag: tagOf(id),
      icon: '/authenticator/icon-192.png',
      requireInteraction: true,
      data: { kind: 'push-request', loginRequest: id },
    });
  });
}

export async function closeLoginNotification({ id }: PushedLogin): Promise<void> {
  if (!mayNotify()) return;
  await withRegistration(async (registration) => {
    for (const notification of await registration.getNotifications({ tag: tagOf(id) })) notification.close();
  });
}

/**
 * Removes the notifications of requests that wait no more, which a push message showed while the app was closed, and counts those
 * that do on the app's icon, where the platform does.
 */
export async function tidyNotifications(requests: readonly PushedLogin[]): Promise<void> {
  if (requests.length > 0) await navigator.setAppBadge?.(requests.length).catch(() => undefined);
  else await navigator.clearAppBadge?.().catch(() => undefined);
  if (!mayNotify()) return;
  const waiting = new Set(requests.map(({ id }) => id));
  await withRegistration(async (registration) => {
    for (const notification of await registration.getNotifications()) {
      const { loginRequest } = (notification.data ?? {}) as { loginRequest?: string | null };
      if (typeof loginRequest === 'string' && !waiting.has(loginRequest)) notification.close();
    }
  });
}

/** The worker's lock: Chromium forgets a notification that it is asked for while it shows it. */
const LOCK = 'authenticator-notifications';

async function withRegistration(work: (registration: ServiceWorkerRegistration) => Promise<void>): Promise<void> {
  const registration = await navigator.serviceWorker.ready;
  await navigator.locks.request(LOCK, () => work(registration));
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
