import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { GatewayError } from '../../activation/gateway-error';
import { headersToPhone } from './relayed-headers';
import { REFUSED_CALL } from '../../shared/codes/phone-calls';

/** A hundred times what the services answer with as a rule (OneSpan §3). */
export const MAXIMUM_REPLY_BYTES = 64 * 1_024;

/**
 * Passes the gateway's reply on as it comes; of one that is no JSON nothing but its status. It is read to its end at the gateway's pace, also when the phone has gone:
 * what the gateway has done is done.
 * @returns a copy of what it says
 * @throws GatewayError when it is not one of the services', and Error when it breaks off
 */
export async function passOn(reply: IncomingMessage, response: ServerResponse): Promise<Buffer> {
  const { statusCode = 0, headers } = reply;
  const problem = problemOf(statusCode, headers);
  if (problem) {
    reply.destroy();
    throw problem;
  }
  if (!isJson(headers)) {
    reply.destroy();
    refuseCall(response, statusCode);
    return Buffer.alloc(0);
  }
  if (!response.destroyed) response.writeHead(statusCode, headersToPhone(headers));
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of reply as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAXIMUM_REPLY_BYTES) throw tooLarge();
    chunks.push(chunk);
    if (!response.destroyed) response.write(chunk);
  }
  response.end();
  return Buffer.concat(chunks);
}

/**
 * The services answer with JSON, and send nobody elsewhere (OneSpan §3.1): anything else is not theirs. A refusal may be of
 * something in front of them, whose status says enough.
 */
function problemOf(status: number, headers: IncomingHttpHeaders): GatewayError | null {
  const isSuccess = status >= 200 && status <= 203 && isJson(headers);
  const isRefusal = status >= 400 && status <= 599;
  if (!isSuccess && !isRefusal) return new GatewayError('malformed-reply', { cause: new Error(`HTTP ${status}`) });
  return Number(headers['content-length'] ?? 0) > MAXIMUM_REPLY_BYTES ? tooLarge() : null;
}

/** A document of any other type would be one of this site's for a browser. */
function isJson(headers: IncomingHttpHeaders): boolean {
  return /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(headers['content-type'] ?? '');
}

function tooLarge(): GatewayError {
  return new GatewayError('too-large', { cause: new Error(`more than ${MAXIMUM_REPLY_BYTES} bytes`) });
}

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
