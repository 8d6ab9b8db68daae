import type { IncomingMessage, ServerResponse } from 'node:http';
import { SECOND } from '../../shared/time/duration';
import { PHONE_CALLS, REFUSED_CALL } from '../../shared/codes/phone-calls';
import type { Exchange, Refusal } from './exchange';
import { hasBody } from './read-body';

/** A client that is still sending hears nothing when its connection ends at once: so much is let pass meanwhile. */
const LINGER_BYTES = 1_024 * 1_024;
const LINGER_MS = 2 * SECOND;

/** Answers in words, phones in theirs. What there is of a body is not waited for, and the connection ends with the answer. */
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
