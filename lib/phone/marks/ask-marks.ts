import { DEVICE_MARKS_PATH } from '../../shared/codes/device-marks';
import type { JsonObject } from '../../shared/json-object';
import { fetchJson } from '../fetch-json';

/**
 * Asks the site about the devices that this browser is remembered by.
 * @returns the answer; null where it is refused
 * @throws GatewayFailure when the site does not answer
 */
export async function askMarks(origin: string, asked: JsonObject): Promise<JsonObject | null> {
  const headers = { 'content-type': 'application/json' };
  const request = { method: 'POST', headers, body: JSON.stringify(asked) };
  const { status, json } = await fetchJson(`${origin}${DEVICE_MARKS_PATH}`, request);
  return status === 200 ? json : null;
}
