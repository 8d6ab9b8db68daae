import type { ServerResponse } from 'node:http';
import { REFUSED_CALL } from '../../shared/codes/phone-calls';

/**
 * Tells a phone so instead of the gateway's own words.
 * @param status says why: 404, 405, that of a refusal whose words are no service's, or 502 and 504 for a gateway that is away
 *   or late (RFC 9110 §15.6)
 */
export function refuseCall(response: ServerResponse, status: number): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    ...(status === 405 && { allow: 'POST' }),
  });
  response.end(REFUSED_CALL);
}
