import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { PROBLEM_TYPE } from '../../../shared/problem-document';
import { type InputError, type ProblemCode, type ProblemContext, problemOf, problemStatus } from '../problem';

/** An answer before it is sent. @property body text of `contentType`; null for none */
export type Reply = { status: number; contentType: string; body: string | null; headers: OutgoingHttpHeaders };

export const JSON_TYPE = 'application/json';

export function jsonReply(status: number, body: object | null, headers: OutgoingHttpHeaders = {}): Reply {
  return { status, contentType: JSON_TYPE, body: body && JSON.stringify(body), headers };
}

export function problemReply(
  code: ProblemCode,
  context: ProblemContext,
  more: { headers?: OutgoingHttpHeaders; scope?: string; errors?: readonly InputError[] } = {},
): Reply {
  const { headers = {}, ...members } = more;
  const body = JSON.stringify({ ...problemOf(code, context), ...members });
  return { status: problemStatus(code), contentType: PROBLEM_TYPE, body, headers };
}

/** @param hasBody false for HEAD */
export function sendReply(
  response: ServerResponse,
  { status, contentType, body, headers }: Reply,
  { requestId, hasBody }: { requestId: string; hasBody: boolean },
): void {
  if (response.destroyed) return;
  const isEmpty = body === null || status === 304;
  response.writeHead(status, {
    ...(!isEmpty && { 'content-type': contentType, 'content-length': Buffer.byteLength(body) }),
    'cache-control': 'no-store',
    'x-request-id': requestId,
    ...headers,
  });
  response.end(isEmpty || !hasBody ? undefined : body);
}
