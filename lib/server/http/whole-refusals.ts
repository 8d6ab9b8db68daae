import { AsyncResource } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestScope } from '../../observability/request-scope';
import { withBody, NO_BODY } from './read-body';

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Addresses of Next.js's own page, and of ours, that say the refusal. */
const PAGES = { 404: '/_not-found', 403: '/forbidden' } as const;

/**
 * Answers pages, refused ones in whole: what Next.js makes of a page that refuses itself is an empty document, without a
 * language or a word until scripts run. Nothing of that is sent; the page of the refusal is rendered in its place.
 */
export function withWholeRefusals(handle: RequestHandler) {
  return async (request: IncomingMessage, response: ServerResponse, scope: RequestScope): Promise<void> => {
    if (request.method !== 'GET' || request.headers['rsc'] !== undefined) return handle(request, response);
    const { writeHead, write, end, flushHeaders, on, statusMessage } = response;
    const before = response.getHeaders();
    // What compresses the answer puts methods of its own over these, which go with the answer that is not sent.
    const restore = () => Object.assign(response, { writeHead, write, end, flushHeaders, on, statusMessage });
    const refused = () => scope.refusedWith ?? null;

    // In this request's language and scope, whatever in Next.js ends the answer.
    const answerInstead = AsyncResource.bind((status: keyof typeof PAGES): void => {
      const cookies = response.getHeader('set-cookie');
      restore();
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      for (const [name, value] of Object.entries(before)) if (value !== undefined) response.setHeader(name, value);
      if (cookies !== undefined) response.setHeader('set-cookie', cookies);
      response.writeHead = ((_status: number, ...rest: []) =>
        writeHead.call(response, status, ...rest)) as typeof writeHead;
      // Both answers listen to it.
      response.setMaxListeners(2 * response.getMaxListeners());
      const page = withBody(request, NO_BODY);
      page.url = PAGES[status];
      scope.refusedWith = null;
      scope.refusal = status;
      handle(page, response).catch(() => response.destroy());
    });

    Object.assign(response, {
      writeHead: (...head: Parameters<typeof writeHead>) =>
        refused() === null ? writeHead.apply(response, head) : response,
      flushHeaders: () => {
        if (refused() === null) flushHeaders.call(response);
      },
      write: (...sent: Parameters<typeof write>) => {
        if (refused() === null) return write.apply(response, sent);
        const last: unknown = sent.at(-1);
        if (typeof last === 'function') last();
        return true;
      },
      end: (...sent: Parameters<typeof end>) => {
        const status = refused();
        if (status === null) return end.apply(response, sent);
        answerInstead(status);
        return response;
      },
    });
    await handle(request, response);
  };
}
