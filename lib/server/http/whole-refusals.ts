import { AsyncResource } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestScope } from '../observability/request-scope';
import { withBody, NO_BODY } from './read-body';

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

type WriteHead = (status: number, ...rest: unknown[]) => ServerResponse;
type Send<Answer> = (...args: unknown[]) => Answer;

/** Addresses of Next.js's own page, and of ours, that say the refusal; in the staff area with its sections. */
const PAGES = { 404: '/_not-found', 403: '/forbidden' } as const;
const STAFF_PAGES = { ...PAGES, 403: '/helpdesk/forbidden' } as const;

const STAFF_AREA = /^\/(?:helpdesk|administration)(?:[/?]|$)/;

/**
 * Answers pages, refused ones in whole: what Next.js makes of a page that refuses itself is an empty document, without a
 * language or a word until scripts run. Nothing of that is sent; the page of the refusal is rendered in its place.
 */
export function withWholeRefusals(handle: RequestHandler) {
  return async (request: IncomingMessage, response: ServerResponse, scope: RequestScope): Promise<void> => {
    if (request.method !== 'GET' || request.headers['rsc'] !== undefined) return handle(request, response);
    const before = response.getHeaders();
    const { statusMessage } = response;
    const sending = {
      writeHead: response.writeHead.bind(response) as WriteHead,
      flushHeaders: response.flushHeaders.bind(response),
      write: response.write.bind(response) as Send<boolean>,
      end: response.end.bind(response) as Send<ServerResponse>,
      on: response.on.bind(response),
    };

    // In this request's language and scope, whatever in Next.js ends the answer.
    const answerInstead = AsyncResource.bind((status: keyof typeof PAGES): void => {
      const cookies = response.getHeader('set-cookie');
      // What compresses the answer has put methods of its own over these, which go with the answer that is not sent.
      Object.assign(response, sending, {
        statusMessage,
        writeHead: (_status: number, ...rest: unknown[]) => sending.writeHead(status, ...rest),
      });
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      for (const [name, value] of Object.entries(before)) if (value !== undefined) response.setHeader(name, value);
      if (cookies !== undefined) response.setHeader('set-cookie', cookies);
      // Both answers listen to it.
      response.setMaxListeners(2 * response.getMaxListeners());
      const page = withBody(request, NO_BODY);
      page.url = (STAFF_AREA.test(request.url ?? '') ? STAFF_PAGES : PAGES)[status];
      scope.refusedWith = null;
      scope.refusal = status;
      handle(page, response).catch(() => response.destroy());
    });

    const refusalStatus = () => scope.refusedWith ?? null;
    Object.assign(response, {
      writeHead: (status: number, ...rest: unknown[]) =>
        refusalStatus() === null ? sending.writeHead(status, ...rest) : response,
      flushHeaders: () => {
        if (refusalStatus() === null) sending.flushHeaders();
      },
      write: (...args: unknown[]) => {
        if (refusalStatus() === null) return sending.write(...args);
        const last = args.at(-1);
        if (typeof last === 'function') last();
        return true;
      },
      end: (...args: unknown[]) => {
        const status = refusalStatus();
        if (status === null) return sending.end(...args);
        answerInstead(status);
        return response;
      },
    });
    await handle(request, response);
  };
}
