import 'server-only';
import type { CookieOption } from 'next-auth';

/** Cookies of the sign-in. `__Host-` binds them to this very host; browsers allow the prefix on https only. */
export function sessionCookies(isHttps: boolean): {
  sessionToken: CookieOption;
  csrfToken: CookieOption;
  callbackUrl: CookieOption;
} {
  const prefix = isHttps ? '__Host-' : '';
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps } as const;
  return {
    sessionToken: { name: `${prefix}tessera.session`, options },
    csrfToken: { name: `${prefix}tessera.csrf`, options },
    callbackUrl: { name: `${prefix}tessera.callback`, options },
  };
}
