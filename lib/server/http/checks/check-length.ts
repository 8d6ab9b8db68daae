import { API_PATH, LONGEST_API_BODY } from '../../../shared/problem-document';
import type { Exchange, Refusal } from '../exchange';
import { POLICY_REPORTS_PATH } from '../security-headers';

/** In bytes. The site's longest form has a hundredth of it. */
const LIMIT = 64 * 1_024;
/** For anonymous requests: sign-ins and phones' calls (OneSpan §3) have a tenth of it. */
const LIMIT_FOR_ANYBODY = 16 * 1_024;
/** Of the pages where administrators upload a logo: 64 KiB, and what stands around it in a form. */
const LIMIT_WITH_LOGO = 80 * 1_024;
const WITH_LOGO = '/administration/setup/';
const FOR_ANYBODY = ['/api/auth/', '/rest/v2/', '/authenticator/', POLICY_REPORTS_PATH];

/** Longest allowed body of a request, in bytes. */
export function longestBody({ path }: Pick<Exchange, 'path'>): number {
  if (path.startsWith(API_PATH)) return LONGEST_API_BODY;
  if (path.startsWith(WITH_LOGO)) return LIMIT_WITH_LOGO;
  return FOR_ANYBODY.some((start) => path.startsWith(start)) ? LIMIT_FOR_ANYBODY : LIMIT;
}

/** Refuses requests that announce too long a body. */
export function checkLength(exchange: Exchange): Refusal | null {
  const { method, headers } = exchange.request;
  const length = Number(headers['content-length'] ?? 0);
  if (method !== 'POST' && method !== 'PATCH' && (length > 0 || headers['transfer-encoding'] !== undefined))
    return { status: 400, code: 'unexpected-body', sentence: `A ${method} request has no body.` };
  return length > longestBody(exchange) ? tooLong(exchange) : null;
}

export function tooLong(exchange: Exchange): Refusal {
  return {
    status: 413,
    code: 'body-too-long',
    sentence: `This request is too long: at most ${longestBody(exchange)} bytes are read here.`,
  };
}
