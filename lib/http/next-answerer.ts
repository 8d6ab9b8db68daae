import type { IncomingMessage, ServerResponse } from 'node:http';
import { inRequestScope, type RequestScope } from '../observability/request-scope';
import type { Answerer } from './exchange';
import { withBody } from './read-body';

type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Has Next.js answer. It says that the server failed also where it could not read what the client has sent, before
 * anything of the application has run: then it was the client (RFC 9110 §15.5.1).
 */
export function nextAnswerer(handle: RequestHandler): Answerer {
  return ({ request, response, body }) => {
    const { method, headers } = request;
    // The site sends no part of a file, and Next.js fails on parts that are not there (RFC 9110 §14.2 lets both be).
    delete headers.range;
    if (method !== 'POST' && headers['rsc'] === undefined) return handle(request, response);
    const scope: RequestScope = { hasReachedApplication: false };
    blameClient(response, scope);
    const whole = request.readableEnded ? withBody(request, body) : request;
    return inRequestScope(scope, () => handle(whole, response));
  };
}

function blameClient(response: ServerResponse, scope: RequestScope): void {
  const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse;
  response.writeHead = (status: number, ...rest: unknown[]) =>
    writeHead(status === 500 && !scope.hasReachedApplication ? 400 : status, ...rest);
}
