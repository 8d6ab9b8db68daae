import type { IncomingMessage, ServerResponse } from 'node:http';
import { chooseLanguage, inLanguage, speakLanguages } from '../../shared/language/request-language';
import { inRequestScope, type RequestScope } from '../observability/request-scope';
import type { Language } from '../../shared/language';
import type { Answerer } from './exchange';
import { hasListedArguments, isFormWithoutScripts } from './action-form';
import { keepPageOfAnotherBuild } from './kept-page';
import { withBody } from './read-body';
import { type RequestHandler, withWholeRefusals } from './whole-refusals';

/**
 * Answers with Next.js, in the reader's language. Next.js reports a server error even if it could not parse the request and
 * no code of the application has run; that is a client error (RFC 9110 §15.5.1).
 * @param buildId see `keepPageOfAnotherBuild`; null in development, where there is only one
 */
export function nextAnswerer(handleRequest: RequestHandler, buildId: string | null): Answerer {
  speakLanguages();
  const answerPage = withWholeRefusals(handleRequest);
  return ({ request, response, path, body }) => {
    // Next.js fails on ranges that do not exist. The site serves none, and may ignore the header (RFC 9110 §14.2).
    delete request.headers.range;
    const language = languageOf(request, path);
    const status = statusOfFailure(request, path);
    const scope: RequestScope = { hasReachedApplication: false };
    // What no client can bring about is ours, and is logged as such.
    if (status === null) scope.hasReachedApplication = true;
    else blameClient(response, scope, status);
    sayUnavailable(response, scope);
    if (buildId !== null) keepPageOfAnotherBuild(request, response, scope, buildId);
    const whole = request.readableEnded ? withBody(request, body) : request;
    const answer = () => inLanguage(language, () => inRequestScope(scope, () => answerPage(whole, response, scope)));
    if (!isFormWithoutScripts(request)) return answer();
    return hasListedArguments(request, body).then((isListed) =>
      isListed ? answer() : void response.writeHead(400, PLAIN).end(MALFORMED_FORM),
    );
  };
}

const PLAIN = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
const MALFORMED_FORM = 'This form is malformed. Load the page again, and send it from there.\n';

/** As long as a short outage of a database takes. */
const COME_BACK_SECONDS = 5;

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

/** Where a database or a disk fails, not this program, whoever asked is told to come back (RFC 9110 §15.6.4). */
function sayUnavailable(response: ServerResponse, scope: RequestScope): void {
  const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse;
  response.writeHead = (status: number, ...rest: unknown[]) => {
    if (status !== 500 || scope.isUnavailable !== true) return writeHead(status, ...rest);
    response.setHeader('retry-after', COME_BACK_SECONDS);
    return writeHead(503, ...rest);
  };
}

function blameClient(response: ServerResponse, scope: RequestScope, instead: number): void {
  const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse;
  response.writeHead = (status: number, ...rest: unknown[]) =>
    writeHead(status === 500 && !scope.hasReachedApplication ? instead : status, ...rest);
}
