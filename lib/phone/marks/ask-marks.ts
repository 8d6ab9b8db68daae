import { DEVICE_MARKS_PATH } from '../../shared/codes/device-marks';
import type { JsonObject } from '../../shared/json-object';
import type { Channel } from '../call-service';
import { fetchJson } from '../fetch-json';
import { GatewayFailure } from '../gateway-failure';

/**
 * Asks the site about the devices that this browser is remembered by.
 * @returns the answer; null where it is refused
 * @throws GatewayFailure when the site does not answer, or something else answers in its place
 */
export async function askMarks(
  origin: string,
  asked: JsonObject,
  { signal, send = fetchJson }: Channel = {},
): Promise<JsonObject | null> {
  const headers = { 'content-type': 'application/json' };
  const request = { method: 'POST', headers, body: JSON.stringify(asked) };
  const { status, json } = await send(`${origin}${DEVICE_MARKS_PATH}`, request, signal);
  if (status !== 200) return null;
  if (json['done'] !== true && !Array.isArray(json['ghosts'])) throw new GatewayFailure('malformed-reply');
  return json;
}
