import 'server-only';
import { headers } from 'next/headers';
import { shortenAddress } from '../../shared/network-address';
import type { RequestTrace, RequestOrigin } from '../../shared/request-origin';
import { browserSummary } from '../sessions/browser-summary';
import { ADDRESS_HEADER, CORRELATION_HEADER } from '../../server/http/exchange';

/** Where the request that is being answered comes from, as its person will be told. */
export async function requestTrace(): Promise<RequestTrace> {
  const { address } = await requestOrigin();
  return { browser: browserSummary((await headers()).get('user-agent')), network: shortenAddress(address) };
}

/** Where the request that is being answered comes from. */
export async function requestOrigin(): Promise<RequestOrigin> {
  const sent = await headers();
  return { correlationId: sent.get(CORRELATION_HEADER) ?? crypto.randomUUID(), address: sent.get(ADDRESS_HEADER) };
}
