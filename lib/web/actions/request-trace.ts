import 'server-only';
import { headers } from 'next/headers';
import { shortenAddress } from '../../shared/network-address';
import type { RequestTrace, RequestOrigin } from '../../shared/request-origin';
import { browserSummary } from '../sessions/browser-summary';
import { ADDRESS_HEADER, CORRELATION_HEADER } from '../../server/http/exchange';

/** The current request's origin, as it is shown to its user. */
export async function requestTrace(): Promise<RequestTrace> {
  const { address } = await requestOrigin();
  return { browser: browserSummary((await headers()).get('user-agent')), network: shortenAddress(address) };
}

/** The current request's origin. */
export async function requestOrigin(): Promise<RequestOrigin> {
  const sent = await headers();
  return { correlationId: sent.get(CORRELATION_HEADER) ?? crypto.randomUUID(), address: sent.get(ADDRESS_HEADER) };
}
