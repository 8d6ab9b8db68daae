import 'server-only';
import { headers } from 'next/headers';
import { traceOf, type RequestTrace, type RequestOrigin } from '../../../shared/request-origin';
import { browserSummary } from '../sessions/browser-summary';
import { ADDRESS_HEADER, CORRELATION_HEADER } from '../../http/exchange';

/** The current request's origin, as it is shown to its user. */
export async function requestTrace(): Promise<RequestTrace> {
  return traceOf(await requestOrigin());
}

/** The current request's origin. */
export async function requestOrigin(): Promise<RequestOrigin> {
  const readonlyHeaders = await headers();
  return {
    correlationId: readonlyHeaders.get(CORRELATION_HEADER) ?? crypto.randomUUID(),
    address: readonlyHeaders.get(ADDRESS_HEADER),
    browser: browserSummary(readonlyHeaders.get('user-agent')),
  };
}
