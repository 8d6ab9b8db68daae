import { utf8, type Bytes } from '../../../shared/bytes';
import { parseJsonObject, isJsonObject, type JsonObject } from '../../../shared/json-object';
import type { PushSubscriptionKeys } from '../../../shared/push-hosts';
import { accept, refuse, type Result } from '../../../shared/result';
import { openFromChannel, sealForChannel } from '../secure-channel';

/**
 * @property subscription null to end it
 * @property applicationServerKey that it was made for, in base64url
 * @property at the gateway's time in seconds, which the device has just asked for
 */
export type PushSubscriptionChange = { at: number } & (
  | { subscription: PushSubscriptionKeys; applicationServerKey: string }
  | { subscription: null }
);

/** In characters. */
const ENDPOINT_LENGTH = 1_024;
/** Of a sealed message, in bytes. */
export const PUSH_SUBSCRIPTION_BYTES = 1_600;

const POINT = /^[\w-]{87}$/;
const SECRET = /^[\w-]{22}$/;

/** Encrypts how the device is reached; see `provisioning-profile.ts`. @param iv 12 bytes, random */
export async function sealPushSubscription(
  instanceKey: Bytes,
  instanceId: string,
  change: PushSubscriptionChange,
  iv: Bytes,
): Promise<Bytes> {
  return sealForChannel(instanceKey, 'push subscription', instanceId, utf8(JSON.stringify(change)), iv);
}

export async function openPushSubscription(
  instanceKey: Bytes,
  instanceId: string,
  sealed: Bytes,
): Promise<Result<PushSubscriptionChange, 'not-authentic'>> {
  const result = await openFromChannel(instanceKey, 'push subscription', instanceId, sealed);
  const change = result.ok ? parseJsonObject(result.value) : null;
  const read = change && readChange(change);
  return read ? accept(read) : refuse('not-authentic');
}

/** Encrypts "send me a test". @param at the gateway's time in seconds, which the device has just asked for @param iv 12 bytes, random */
export async function sealPushTest(instanceKey: Bytes, instanceId: string, at: number, iv: Bytes): Promise<Bytes> {
  return sealForChannel(instanceKey, 'push test', instanceId, utf8(JSON.stringify({ at })), iv);
}

/** @returns `at` */
export async function openPushTest(
  instanceKey: Bytes,
  instanceId: string,
  sealed: Bytes,
): Promise<Result<number, 'not-authentic'>> {
  const result = await openFromChannel(instanceKey, 'push test', instanceId, sealed);
  const at = result.ok ? parseJsonObject(result.value)?.['at'] : null;
  return typeof at === 'number' && Number.isSafeInteger(at) ? accept(at) : refuse('not-authentic');
}

function readChange({ at, subscription, applicationServerKey }: JsonObject): PushSubscriptionChange | null {
  if (typeof at !== 'number' || !Number.isSafeInteger(at)) return null;
  if (subscription === null) return { at, subscription };
  if (!isJsonObject(subscription) || !isText(applicationServerKey, POINT)) return null;
  const { endpoint, p256dh, auth } = subscription;
  if (typeof endpoint !== 'string' || endpoint.length > ENDPOINT_LENGTH) return null;
  if (!isText(p256dh, POINT) || !isText(auth, SECRET)) return null;
  return { at, subscription: { endpoint, p256dh, auth }, applicationServerKey };
}

function isText(value: unknown, form: RegExp): value is string {
  return typeof value === 'string' && form.test(value);
}
