import type { ServerResponse } from 'node:http';

/**
 * What a phone is told instead of the gateway's own words, in the form of those (contract §3.1). The name is one that an
 * open client has for what it does not know; its number is not documented (contract §3.9).
 */
const REFUSED = JSON.stringify({
  resultCodes: { returnCodeEnum: 'RET_FAILURE', statusCodeEnum: 'STAT_UNKNOWN', returnCode: -1, statusCode: -1 },
});

/** @param status says why: 404, 405, 413, or 502 and 504 for a gateway that is away or late (RFC 9110 §15.6) */
export function refuseCall(response: ServerResponse, status: 404 | 405 | 413 | 502 | 504): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    ...(status === 405 && { allow: 'POST' }),
  });
  response.end(REFUSED);
}
