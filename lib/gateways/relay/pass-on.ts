import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { GatewayError } from '../../activation/gateway-error';
import { headersToPhone } from './relayed-headers';
import { REFUSED_CALL } from '../../shared/codes/phone-calls';

/** A hundred times a typical reply of the services (OneSpan §3). */
export const MAXIMUM_REPLY_BYTES = 64 * 1_024;

/**
 * Streams the gateway's reply to the phone; of one that is not JSON only the status. Reads to the end at the gateway's
 * pace even if the phone has disconnected, because the gateway has carried out the call.
 * @returns a copy of the body
 * @throws GatewayError when the reply is not the services', and Error when it breaks off
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
 * The services reply with JSON and never redirect (OneSpan §3.1). A refusal may come from something in front of them;
 * its status is enough.
 */
function problemOf(status: number, headers: IncomingHttpHeaders): GatewayError | null {
  const isSuccess = status >= 200 && status <= 203 && isJson(headers);
  const isRefusal = status >= 400 && status <= 599;
  if (!isSuccess && !isRefusal)
    return new GatewayError('malformed-reply', 'unknown', { cause: new Error(`HTTP ${status}`) });
  return Number(headers['content-length'] ?? 0) > MAXIMUM_REPLY_BYTES ? tooLarge() : null;
}

/** Any other type would be a document of this site for a browser. */
function isJson(headers: IncomingHttpHeaders): boolean {
  return /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(headers['content-type'] ?? '');
}

function tooLarge(): GatewayError {
  return new GatewayError('too-large', 'unknown', { cause: new Error(`more than ${MAXIMUM_REPLY_BYTES} bytes`) });
}

/**
 * Replaces the gateway's own words.
 * @param status 404, 405, that of a refusal that is not the services', or 502 and 504 for a gateway that is away or
 *   late (RFC 9110 §15.6)
 */
export function refuseCall(response: ServerResponse, status: number): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    ...(status === 405 && { allow: 'POST' }),
  });
  response.end(REFUSED_CALL);
}
