import { bytesFromBase64Url } from '../../shared/bytes';
import { IMAGE_KEYS_PATH, type PublishedImageKey, type PublishedImageKeys } from '../../shared/codes/image-keys';
import { isJsonObject } from '../../shared/json-object';
import { fetchJson } from '../fetch-json';
import { GatewayFailure } from '../gateway-failure';

const PUBLIC_KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
/** Far above a site's four keys a year. */
const MOST_KEYS = 1_000;

/**
 * Fetches a website's image keys past every cache, so that a key that is not listed does not exist.
 * @throws GatewayFailure when the website does not answer, or its answer is no key list
 */
export async function fetchSiteKeys(origin: string, signal?: AbortSignal): Promise<PublishedImageKeys> {
  const { status, json } = await fetchJson(`${origin}${IMAGE_KEYS_PATH}`, {}, signal);
  const { origin: named, keys, retired } = json;
  if (status !== 200 || typeof named !== 'string' || !isKeyList(keys) || !isKeyList(retired))
    throw new GatewayFailure('malformed-reply');
  return { origin: named, keys, retired };
}

function isKeyList(value: unknown): value is PublishedImageKey[] {
  return Array.isArray(value) && value.length <= MOST_KEYS && value.every(isKey);
}

function isKey(value: unknown): value is PublishedImageKey {
  if (!isJsonObject(value)) return false;
  const { id, publicKey, notBefore, endorsedBy } = value;
  return isId(id) && isBytes(publicKey, PUBLIC_KEY_BYTES) && typeof notBefore === 'string' && isEndorsement(endorsedBy);
}

function isEndorsement(value: unknown): boolean {
  return value === null || (isJsonObject(value) && isId(value['id']) && isBytes(value['signature'], SIGNATURE_BYTES));
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{8}$/.test(value);
}

function isBytes(value: unknown, length: number): boolean {
  if (typeof value !== 'string') return false;
  try {
    return bytesFromBase64Url(value).length === length;
  } catch {
    return false;
  }
}
