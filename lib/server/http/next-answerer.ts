import type { IncomingMessage, ServerResponse } from 'node:http';
import { chooseLanguage, inLanguage, speakLanguages } from '../../language/request-language';
import { inRequestScope, type RequestScope } from '../../observability/request-scope';
import type { Language } from '../../shared/language';
import type { Answerer } from './exchange';
import { withBody } from './read-body';

type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Answers with Next.js, in the reader's language. Next.js reports a server error even if it could not parse the request and
 * no code of the application has run; that is a client error (RFC 9110 §15.5.1).
 */
export function nextAnswerer(handleRequest: RequestHandler): Answerer {
  speakLanguages();
  return ({ request, response, path, body }) => {
    // Next.js fails on ranges that do not exist. The site serves none, and may ignore the header (RFC 9110 §14.2).
    delete request.headers.range;
    const language = languageOf(request, path);
    const status = statusOfFailure(request, path);
    if (status === null) return inLanguage(language, () => handleRequest(request, response));
    const scope: RequestScope = { hasReachedApplication: false };
    blameClient(response, scope, status);
    const whole = request.readableEnded ? withBody(request, body) : request;
    return inLanguage(language, () => inRequestScope(scope, () => handleRequest(whole, response)));
  };
}

/** Its page is in the phone's own language: the service worker, which keeps it, asks for it without cookies. */
const PHONE_APP = '/authenticator';

function languageOf({ headers }: IncomingMessage, path: string): Language {
  const { cookie = null, 'accept-language': accepted = null } = headers;
  return chooseLanguage(path === PHONE_APP ? null : cookie, accepted);
}

/** Status for a failure of Next.js itself; null where it is a server error. */
function statusOfFailure({ method, headers }: IncomingMessage, path: string): number | null {
  if (method === 'POST' || headers['rsc'] !== undefined || path.endsWith('.rsc')) return 400;
  // Next.js has no answer to a failed precondition (RFC 9110 §15.5.13).
  return headers['if-match'] !== undefined || headers['if-unmodified-since'] !== undefined ? 412 : null;
}

function blameClient(response: ServerResponse, scope: RequestScope, instead: number): void {
  const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse;
  response.writeHead = (status: number, ...rest: unknown[]) =>
    writeHead(status === 500 && !scope.hasReachedApplication ? instead : status, ...rest);
}
