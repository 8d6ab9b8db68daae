import type { IncomingMessage, ServerResponse } from 'node:http';
import { inRequestScope, type RequestScope } from '../../observability/request-scope';
import type { Answerer } from './exchange';
import { withBody } from './read-body';

type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Has Next.js answer. It says that the server failed also where it could not read what the client has sent, before
 * anything of the application has run: then it was the client (RFC 9110 §15.5.1).
 */
export function nextAnswerer(handle: RequestHandler): Answerer {
  return ({ request, response, path, body }) => {
    // The site sends no part of a file, and Next.js fails on parts that are not there (RFC 9110 §14.2 lets both be).
    delete request.headers.range;
    const status = statusOfFailure(request, path);
    if (status === null) return handle(request, response);
    const scope: RequestScope = { hasReachedApplication: false };
    blameClient(response, scope, status);
    const whole = request.readableEnded ? withBody(request, body) : request;
    return inRequestScope(scope, () => handle(whole, response));
  };
}

/** What it means that Next.js fails on a request by itself; null where that is the server's failure. */
function statusOfFailure({ method, headers }: IncomingMessage, path: string): number | null {
  if (method === 'POST' || headers['rsc'] !== undefined || path.endsWith('.rsc')) return 400;
  // Next.js has no page for a file that is not as the client wants it (RFC 9110 §15.5.13).
  return headers['if-match'] !== undefined || headers['if-unmodified-since'] !== undefined ? 412 : null;
}

function blameClient(response: ServerResponse, scope: RequestScope, instead: number): void {
  const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse;
  response.writeHead = (status: number, ...rest: unknown[]) =>
    writeHead(status === 500 && !scope.hasReachedApplication ? instead : status, ...rest);
}
