import { withTimeout } from '@/lib/shared/async/with-timeout';
import { base64UrlFromBytes, bytesFromBase64Url } from '@/lib/shared/bytes';
import type { PushSubscriptionKeys } from '@/lib/shared/push-hosts';
import { SECOND } from '@/lib/shared/time/duration';

/** Of the worker, and of the browser's push service, which may be far away. */
const PATIENCE_MS = 10 * SECOND;

/**
 * Subscribes this browser to push messages, or finds that it is. One that was made for another key is made anew: the site has
 * another one now, and its messages would be refused.
 * @param pushKey of the site, in base64url
 * @returns null where the browser has no push service, or it does not answer
 */
export async function subscribeBrowser(pushKey: string): Promise<PushSubscriptionKeys | null> {
  try {
    const manager = await findManager();
    return manager && keysOf(await withTimeout(PATIENCE_MS, findOrMake(manager, pushKey)));
  } catch {
    // Refused, unreachable, or late: each engine says it by errors of its own.
    return null;
  }
}

async function findManager(): Promise<PushManager | null> {
  if (!('serviceWorker' in navigator) || !('PushManager' in window)) return null;
  return (await withTimeout(PATIENCE_MS, navigator.serviceWorker.ready)).pushManager;
}

async function findOrMake(manager: PushManager, pushKey: string): Promise<PushSubscription> {
  const existing = await manager.getSubscription();
  const madeFor = existing?.options.applicationServerKey;
  if (existing && madeFor && base64UrlFromBytes(new Uint8Array(madeFor)) === pushKey) return existing;
  await existing?.unsubscribe();
  return manager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesFromBase64Url(pushKey) });
}

function keysOf(subscription: PushSubscription): PushSubscriptionKeys | null {
  const { endpoint, keys } = subscription.toJSON();
  const { p256dh, auth } = keys ?? {};
  return endpoint === undefined || p256dh === undefined || auth === undefined ? null : { endpoint, p256dh, auth };
}
