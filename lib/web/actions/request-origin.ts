import 'server-only';
import { headers } from 'next/headers';
import type { RequestOrigin } from '../../shared/request-origin';
import { ADDRESS_HEADER, CORRELATION_HEADER } from '../../server/http/request-headers';

/** Where the request that is being answered comes from. */
export async function requestOrigin(): Promise<RequestOrigin> {
  const sent = await headers();
  return { correlationId: sent.get(CORRELATION_HEADER) ?? crypto.randomUUID(), address: sent.get(ADDRESS_HEADER) };
}
