import type { IncomingMessage, ServerResponse } from 'node:http';
import { SECOND } from '../../shared/time/duration';
import { PHONE_CALLS, REFUSED_CALL } from '../../shared/codes/phone-calls';
import type { Exchange, Refusal } from './exchange';
import { hasBody } from './read-body';

/**
 * A client that is still sending would not see the response if the connection closed at once, so this much is still
 * read.
 */
const LINGER_BYTES = 1_024 * 1_024;
const LINGER_MS = 2 * SECOND;

/**
 * Refuses with a sentence, or for phones with a reply of the gateway's form. Does not wait for the body, and closes the
 * connection.
 */
export function refuse({ request, response, path }: Exchange, { status, sentence, headers }: Refusal): void {
  const isCall = path.startsWith(PHONE_CALLS);
  const text = Buffer.from(isCall ? REFUSED_CALL : `${sentence}\n`);
  const isSending = hasBody(request) && !request.complete;
  response.writeHead(status, {
    'content-type': isCall ? 'application/json' : 'text/plain; charset=utf-8',
    'content-length': text.length,
    'cache-control': 'no-store',
    ...(isSending && { connection: 'close' }),
    ...headers,
  });
  if (request.method === 'HEAD') return void response.end();
  if (!isSending) return void response.end(text);
  response.write(text);
  linger(request, response);
}

function linger(request: IncomingMessage, response: ServerResponse): void {
  let length = 0;
  const timer = setTimeout(() => response.end(), LINGER_MS);
  response.once('close', () => clearTimeout(timer));
  request.on('error', () => {});
  request.once('end', () => response.end());
  request.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > LINGER_BYTES) response.end();
  });
}
