import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { MAXIMUM_PASSWORD_LENGTH } from '../../../accounts/sign-in/password-policy';
import { refusesAtOnce } from '../../../accounts/sign-in/sign-in';
import { MAXIMUM_USER_ID_LENGTH } from '../../../accounts/users/user';
import { type Answerer, type Exchange, CORRELATION_HEADER } from '../../http/exchange';
import type { Services } from '../../composition/compose';
import { knownBrowserIn } from './known-browser-cookie';
import { readCookie } from '../../../shared/read-cookie';
import { sessionCookies } from './session-cookie';

const PATH = '/api/auth/callback/credentials';
const FORM = 'application/x-www-form-urlencoded';

type AppParts = Pick<Services, 'config' | 'sessionSecret' | 'accounts' | 'metrics'>;

/**
 * Answers sign-ins that are known in memory to be over a limit, as next-auth would, at a fraction of the cost.
 * Everything else, and every request that the sign-in page would not send, goes to next-auth, which refuses it as well.
 */
export function limitedSignInAnswerer(app: AppParts): Answerer {
  const page = new URL('/api/auth/error?error=too-many-attempts', app.config.publicUrl).href;
  return (exchange) => {
    const { request, response, path } = exchange;
    if (path !== PATH || request.method !== 'POST' || !request.headers['content-type']?.startsWith(FORM)) return null;
    const input = Object.fromEntries(new URLSearchParams(exchange.body.toString()));
    if (!isOfOwnPage(app, exchange, input['csrfToken']) || !isOverLimit(app, exchange, input)) return null;
    app.metrics.signIns.inc({ outcome: 'too-many-attempts' });
    return send(response, page, input['json'] === 'true');
  };
}

function isOverLimit(app: AppParts, { request, address }: Exchange, input: Partial<Record<string, string>>): boolean {
  const { userId = '', password = '' } = input;
  if (userId.length > MAXIMUM_USER_ID_LENGTH || password.length > MAXIMUM_PASSWORD_LENGTH) return false;
  const origin = { correlationId: request.headers[CORRELATION_HEADER]?.toString() ?? '', address };
  return refusesAtOnce(app.accounts, userId, origin, knownBrowserIn(app, request.headers.cookie ?? null, userId));
}

/** CSRF: whether the token is the one that next-auth gave this browser, `token|SHA-256(token, secret)` in a cookie. */
function isOfOwnPage({ config, sessionSecret }: AppParts, { request }: Exchange, token: string | undefined): boolean {
  if (token === undefined) return false;
  const cookie = readCookie(request.headers.cookie ?? null, sessionCookies(config.isHttps).csrfToken.name);
  const expected = `${token}%7C${createHash('sha256').update(`${token}${sessionSecret}`).digest('hex')}`;
  return cookie?.length === expected.length && timingSafeEqual(Buffer.from(cookie), Buffer.from(expected));
}

async function send(response: ServerResponse, url: string, isForScript: boolean): Promise<void> {
  if (!isForScript) return void response.writeHead(302, { location: url, 'content-length': 0 }).end();
  const json = JSON.stringify({ url });
  response.writeHead(401, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) }).end(json);
}
