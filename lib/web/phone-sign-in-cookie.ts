import 'server-only';
import { cookies } from 'next/headers';
import { parseBrowserSecret, type BrowserSecret } from '../access/phone-sign-in-id';
import { services } from '../services';
import { MINUTE, SECOND } from '../shared/duration';

/** A minute for the phone and one for opening the session, and a little for slow answers. In seconds. */
const LIFETIME = (2 * MINUTE + 10 * SECOND) / SECOND;

/** What binds a phone sign-in to the browser that asked: out of reach of scripts, and never sent along by other sites. */
async function describeCookie() {
  const { isHttps } = (await services()).config;
  // Browsers allow the prefix, which keeps neighbouring hosts from setting the cookie, on https only.
  const name = `${isHttps ? '__Host-' : ''}tessera.phone`;
  return { name, options: { httpOnly: true, sameSite: 'strict', path: '/', secure: isHttps } as const };
}

export async function readPhoneSignInCookie(): Promise<BrowserSecret | null> {
  const { name } = await describeCookie();
  return parseBrowserSecret((await cookies()).get(name)?.value);
}

export async function writePhoneSignInCookie(secret: BrowserSecret): Promise<void> {
  const { name, options } = await describeCookie();
  (await cookies()).set(name, secret, { ...options, maxAge: LIFETIME });
}

export async function clearPhoneSignInCookie(): Promise<void> {
  const { name, options } = await describeCookie();
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}
