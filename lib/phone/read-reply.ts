import { bytesFromHex, type Bytes } from '../shared/bytes';
import type { JsonObject } from './fetch-json';
import { GatewayFailure } from './gateway-failure';

/** Reads a field of a reply that holds bytes in hexadecimal. @throws GatewayFailure when it does not */
export function readHex(reply: JsonObject, field: string): Bytes {
  const value = reply[field];
  if (typeof value !== 'string' || value.length === 0) throw new GatewayFailure('malformed-reply');
  try {
    return bytesFromHex(value);
  } catch (cause) {
    throw new GatewayFailure('malformed-reply', { cause });
  }
}

/** Reads a field of a reply that holds text. @throws GatewayFailure when it does not */
export function readText(reply: JsonObject, field: string): string {
  const value = reply[field];
  if (typeof value !== 'string') throw new GatewayFailure('malformed-reply');
  return value;
}
