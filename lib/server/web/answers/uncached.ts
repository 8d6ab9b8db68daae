import 'server-only';

/** Neither proxies nor browsers may store the response. */
export const NO_STORE = { 'cache-control': 'no-store' } as const;

export function uncachedJson(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: NO_STORE });
}

/** An error response of a route: a code, never a message. */
export function uncachedRefusal(status: keyof typeof REFUSALS): Response {
  return uncachedJson({ code: REFUSALS[status] }, status);
}

export const REFUSALS = {
  400: 'invalid-request',
  401: 'signed-out',
  403: 'not-permitted',
  404: 'not-found',
  409: 'not-shown',
  413: 'too-large',
  415: 'wrong-type',
  429: 'too-many-requests',
  502: 'renderer-failed',
} as const;
