import type { Exchange, Refusal } from './exchange';

/** In bytes. The longest form of the site has a hundredth of it. */
const LIMIT = 64 * 1_024;
/** For what anybody can send: what it takes to sign in, and what phones call (OneSpan §3), has a tenth of it. */
const LIMIT_FOR_ANYBODY = 16 * 1_024;
const FOR_ANYBODY = ['/api/auth/', '/rest/v2/', '/authenticator/'];

/** How long a request's body may be, in bytes. */
export function longestBody({ path }: Pick<Exchange, 'path'>): number {
  return FOR_ANYBODY.some((start) => path.startsWith(start)) ? LIMIT_FOR_ANYBODY : LIMIT;
}

/** Whether the length that a request announces is one that it may have. */
export function checkLength(exchange: Exchange): Refusal | null {
  const { method, headers } = exchange.request;
  const length = Number(headers['content-length'] ?? 0);
  if (method !== 'POST' && (length > 0 || headers['transfer-encoding'] !== undefined))
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
