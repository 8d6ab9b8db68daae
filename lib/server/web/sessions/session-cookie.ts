import 'server-only';
import type { CookieOption } from 'next-auth';
import { cookies } from 'next/headers';
import { services } from '../../composition/compose';
import { createHash } from 'node:crypto';
import { processSingleton } from '../../../shared/async/process-singleton';
import { SESSION_COOKIES } from '../../../shared/read-cookie';
import { MINUTE, SECOND } from '../../../shared/time/duration';
import { decode } from 'next-auth/jwt';
import { parseSessionId, type SessionId } from '../../../accounts/sessions/session';

/** How long people may take at the OpenID provider; next-auth's own limit. */
const PROVIDER_SECONDS = (15 * MINUTE) / SECOND;

/** Cookies of the sign-in. `__Host-` binds them to this host; browsers allow the prefix on https only. */
export function sessionCookies(isHttps: boolean): {
  sessionToken: CookieOption;
  csrfToken: CookieOption;
  callbackUrl: CookieOption;
  state: CookieOption;
  nonce: CookieOption;
  pkceCodeVerifier: CookieOption;
} {
  const prefix = isHttps ? '__Host-' : '';
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps } as const;
  return {
    sessionToken: { name: SESSION_COOKIES[isHttps ? 1 : 0], options },
    csrfToken: { name: `${prefix}tessera.csrf`, options },
    callbackUrl: { name: `${prefix}tessera.callback`, options },
    // What binds a sign-in at the OpenID provider to this browser; encrypted.
    state: { name: `${prefix}tessera.state`, options: { ...options, maxAge: PROVIDER_SECONDS } },
    nonce: { name: `${prefix}tessera.nonce`, options: { ...options, maxAge: PROVIDER_SECONDS } },
    pkceCodeVerifier: { name: `${prefix}tessera.pkce`, options: { ...options, maxAge: PROVIDER_SECONDS } },
  };
}

export async function clearSessionCookie(): Promise<void> {
  const { name, options } = sessionCookies((await services()).config.isHttps).sessionToken;
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}

/** About 200 bytes each. */
const MOST_REMEMBERED = 20_000;

/** Session identifiers by the SHA-256 of their cookie's value. */
const remembered = processSingleton('sessions-of-cookies', () => new Map<string, SessionId>());

/**
 * The session that a cookie names. Decrypting takes ten times as long as a cached result; the database is still asked
 * each time whether the session is valid, so the cache grants nothing.
 * @param token the session cookie's value
 * @param secret its encryption key
 * @returns null when it was not encrypted with this secret
 */
export async function sessionIdFromCookie(token: string, secret: string): Promise<SessionId | null> {
  const key = createHash('sha256').update(secret).update(token).digest('base64');
  const sessionId = remembered.get(key);
  if (sessionId !== undefined) return sessionId;
  const content = await decode({ token, secret }).catch(() => null);
  const id = parseSessionId(content?.sub);
  if (id === null) return null;
  const [oldest] = remembered.keys();
  if (oldest !== undefined && remembered.size >= MOST_REMEMBERED) remembered.delete(oldest);
  remembered.set(key, id);
  return id;
}
