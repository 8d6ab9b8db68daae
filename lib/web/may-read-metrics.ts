import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import { ADDRESS_HEADER } from '../http/request-headers';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1)$/;

/** @param token what the `Authorization: Bearer` header must hold; null to let only this machine read them */
export function mayReadMetrics(headers: Headers, token: string | null): boolean {
  if (token === null) return LOOPBACK.test(headers.get(ADDRESS_HEADER) ?? '');
  return timingSafeEqual(digest(headers.get('authorization') ?? ''), digest(`Bearer ${token}`));
}

/** Of one length whatever the text's. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
