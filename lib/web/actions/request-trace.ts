import 'server-only';
import { headers } from 'next/headers';
import { shortenAddress } from '../../shared/network-address';
import type { RequestTrace } from '../../shared/request-trace';
import { browserSummary } from '../sessions/browser-summary';
import { requestOrigin } from './request-origin';

/** Where the request that is being answered comes from, as its person will be told. */
export async function requestTrace(): Promise<RequestTrace> {
  const { address } = await requestOrigin();
  return { browser: browserSummary((await headers()).get('user-agent')), network: shortenAddress(address) };
}
