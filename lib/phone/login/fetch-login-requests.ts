import { SECOND } from '../../shared/time/duration';
import { isJsonObject, type JsonObject } from '../../shared/json-object';
import { fetchJson } from '../fetch-json';
import type { GatewayAddress } from '../gateway-address';
import { GatewayFailure } from '../gateway-failure';
import type { PushedLogin } from './login-steps';
import { readHex, readText } from '../call-service';

/** The gateway holds a long poll for 25 s at most. */
const ANSWER_LIMIT_MS = 35 * SECOND;

export type LoginInbox = {
  requests: PushedLogin[];
  /** Milliseconds before the next poll; null for none. */
  retryAfterMs: number | null;
};

/**
 * Long-polls for the sign-ins that wait for this phone, at a service of Tessera's own beside those of OneSpan §3. The gateway
 * answers once the sign-ins differ from the known ones.
 * @param notificationId as registered by `updateNotificationID`
 * @param knownKeys identifiers of the known sign-ins; null for an answer at once
 * @param now the phone's clock, in milliseconds since 1970
 * @returns null when the gateway does not know the phone
 * @throws GatewayFailure when the gateway fails
 * @throws the signal's reason when it aborts
 */
export async function fetchLoginRequests(
  gateway: GatewayAddress,
  notificationId: string,
  knownKeys: readonly string[] | null,
  now: () => number,
  signal: AbortSignal,
): Promise<LoginInbox | null> {
  const address = `${gateway.gatewayUrl}/api/authenticator/login-requests`;
  const query = knownKeys ? `?known=${[...new Set(knownKeys)].sort().join('.')}` : '';
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
