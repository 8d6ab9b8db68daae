import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import { SECOND } from '../../shared/time/duration';
import { API_PATH, problemDocument, PROBLEM_TYPE } from '../../shared/problem-document';
import { PHONE_CALLS, REFUSED_CALL } from '../../shared/codes/phone-calls';
import { type Exchange, type Refusal, CORRELATION_HEADER } from './exchange';
import { hasBody } from './read-body';

/**
 * A client that is still sending would not see the response if the connection closed at once, so this much is still
 * read.
 */
const LINGER_BYTES = 1_024 * 1_024;
const LINGER_MS = 2 * SECOND;

/**
 * Refuses with a sentence, for phones with a reply of the gateway's form, and for programs with a problem. Does not wait for the body, and closes the
 * connection.
 */
export function refuse(exchange: Exchange, refusal: Refusal, publicUrl: string): void {
  const { request, response } = exchange;
  const { status, headers } = refusal;
  const [type, words] = bodyOf(exchange, refusal, publicUrl);
  const text = Buffer.from(words);
  const isSending = hasBody(request) && !request.complete;
  response.writeHead(status, {
    'content-type': type,
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

function bodyOf(
  { request, path }: Exchange,
  { status, code, sentence, page }: Refusal,
  publicUrl: string,
): [type: string, text: string] {
  if (path.startsWith(PHONE_CALLS)) return ['application/json', REFUSED_CALL];
  if (!path.startsWith(API_PATH))
    return typeof page === 'string'
      ? ['text/html; charset=utf-8', page]
      : ['text/plain; charset=utf-8', `${sentence}\n`];
  const title = STATUS_CODES[status] ?? 'Refused';
  const requestId = request.headers[CORRELATION_HEADER]?.toString() ?? '';
  const document = problemDocument({ code, status, title }, { detail: sentence, requestId, publicUrl });
  return [PROBLEM_TYPE, JSON.stringify(document)];
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
