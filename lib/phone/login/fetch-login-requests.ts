import { SECOND } from '../../shared/time/duration';
import { isJsonObject, type JsonObject } from '../../shared/json-object';
import { fetchJson } from '../fetch-json';
import type { GatewayAddress } from '../gateway-address';
import { GatewayFailure } from '../gateway-failure';
import type { PushedLogin } from './login-steps';
import { readHex, readText } from '../call-service';

/** The gateway answers after 25 s at the latest; an answer that takes longer than this is not going to come. */
const ANSWER_LIMIT_MS = 35 * SECOND;

export type LoginInbox = {
  requests: PushedLogin[];
  /** Milliseconds to wait before asking again; null when the next question may be asked at once. */
  retryAfterMs: number | null;
};

/**
 * Asks which sign-ins wait for this phone: a service of Tessera's own beside OneSpan §3's. The answer comes as soon as it
 * differs from what is known.
 * @param notificationId what the phone has registered by `updateNotificationID`
 * @param known identifiers of the sign-ins that the phone knows of; null to be answered at once
 * @param now the phone's clock, in milliseconds since 1970
 * @returns null when the gateway does not know the phone, or not any more
 * @throws GatewayFailure when the gateway fails
 * @throws the signal's reason when the caller gives up
 */
export async function fetchLoginRequests(
  gateway: GatewayAddress,
  notificationId: string,
  known: readonly string[] | null,
  now: () => number,
  signal: AbortSignal,
): Promise<LoginInbox | null> {
  const address = `${gateway.gatewayUrl}/api/authenticator/login-requests`;
  const query = known ? `?known=${[...new Set(known)].sort().join('.')}` : '';
  const headers = { authorization: `Bearer ${notificationId}` };
  const { status, json } = await fetchJson(address + query, { headers }, signal, ANSWER_LIMIT_MS);
  if (status === 401) return null;
  const { requests, retryAfterMs } = json;
  if (status !== 200 || !Array.isArray(requests)) throw new GatewayFailure('malformed-reply');
  return {
    requests: requests.map((one: unknown) => readRequest(one, gateway, now())),
    retryAfterMs: typeof retryAfterMs === 'number' ? retryAfterMs : null,
  };
}

function readRequest(request: unknown, gateway: GatewayAddress, now: number): PushedLogin {
  if (!isJsonObject(request)) throw new GatewayFailure('malformed-reply');
  const id = readText(request, 'id');
  const message = readHex(request, 'message');
  const readUntil = now + readSeconds(request) * SECOND;
  return { way: 'push', id, instanceId: readText(request, 'instanceId'), message, readUntil, gateway };
}

function readSeconds({ secondsLeft }: JsonObject): number {
  if (typeof secondsLeft !== 'number') throw new GatewayFailure('malformed-reply');
  return secondsLeft;
}
