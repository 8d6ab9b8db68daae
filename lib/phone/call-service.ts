import { accept, refuse, type Result } from '../shared/result';
import { isJsonObject, type JsonObject } from '../shared/json-object';
import { fetchJson } from './fetch-json';
import type { GatewayAddress } from './gateway-address';
import { GatewayFailure } from './gateway-failure';
import { bytesFromHex, type Bytes } from '../shared/bytes';

/** How calls travel. */
export type Channel = {
  signal?: AbortSignal;
  /** By HTTP unless given; a test may call a gateway in its own process. */
  send?: typeof fetchJson;
};

/** Why a gateway refuses a step, from its status (OneSpan §3.9). */
export type StepRefusal =
  /** The registration is unknown, has ended or has expired. */
  | 'registration-not-found'
  /** The activation password, or a proof derived from it, is wrong. */
  | 'not-accepted'
  /** The gateway asks for a pause before the next try. */
  | 'paused'
  /** Any other refusal, for instance of a step that is already done. */
  | 'refused';

/**
 * Calls a REST v2 service with the front-end key (OneSpan §3.1).
 * @param service for instance `provisioning/MdlActivate`
 * @returns the reply's `result`, or an empty object when it has none
 * @throws GatewayFailure when the gateway fails
 */
export async function callService(
  { gatewayUrl, frontEndKey }: GatewayAddress,
  service: string,
  fields: JsonObject,
  { signal, send = fetchJson }: Channel = {},
): Promise<Result<JsonObject, StepRefusal>> {
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Basic ${btoa(`${frontEndKey}:`)}` },
    body: JSON.stringify(fields),
  };
  const { status, json } = await send(`${gatewayUrl}/rest/v2/${service}`, request, signal);
  if (status === 401) throw new GatewayFailure('wrong-key');
  const { resultCodes, result } = json;
  if (!isJsonObject(resultCodes) || typeof resultCodes['returnCode'] !== 'number')
    throw new GatewayFailure('malformed-reply');
  // A refusal may come with any HTTP status; success needs return code 0 and status 200 (OneSpan §3.1).
  if (resultCodes['returnCode'] !== 0) return refuse(refusalFrom(resultCodes['statusCodeEnum']));
  if (status !== 200) throw new GatewayFailure('malformed-reply');
  return accept(isJsonObject(result) ? result : {});
}

function refusalFrom(statusCodeEnum: unknown): StepRefusal {
  switch (statusCodeEnum) {
    case 'STAT_NOT_FOUND':
      return 'registration-not-found';
    case 'STAT_INVCREDENTIALS':
      return 'not-accepted';
    case 'STAT_PAUSED':
      return 'paused';
    default:
      return 'refused';
  }
}

/** Reads a hexadecimal field of a reply. @throws GatewayFailure when it is missing or malformed */
export function readHex(reply: JsonObject, field: string): Bytes {
  const value = reply[field];
  if (typeof value !== 'string' || value.length === 0) throw new GatewayFailure('malformed-reply');
  try {
    return bytesFromHex(value);
  } catch (cause) {
    throw new GatewayFailure('malformed-reply', { cause });
  }
}

/** Reads a text field of a reply. @throws GatewayFailure when it is missing */
export function readText(reply: JsonObject, field: string): string {
  const value = reply[field];
  if (typeof value !== 'string') throw new GatewayFailure('malformed-reply');
  return value;
}
