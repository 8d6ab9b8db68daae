import type { PushedLogin } from '@/lib/phone/login/login-steps';

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
