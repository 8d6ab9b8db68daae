import 'server-only';
import { cookies } from 'next/headers';
import { parseBrowserSecret, type BrowserSecret } from '../../../shared/identifiers/phone-sign-in-id';
import { services } from '../../composition/compose';
import { keepPage } from '../../composition/request-answer';
import { readCookie } from '../../../shared/read-cookie';
import { CASE_HELD_MS } from '../../../helpdesk/safety/lost-phone/held-case';
import { LIFETIME } from '../../../helpdesk/invitations/reissue';
import { MARK_LIFETIME_MS } from '../../../devices/marks/device-marks';
import { SECOND, MINUTE, HOUR } from '../../../shared/time/duration';

/** Binds something to the browser that asked for it: inaccessible to scripts, and never sent by other sites. */
export type BrowserSecretCookie = {
  read(): Promise<BrowserSecret | null>;
  /** For requests in front of Next.js. @param header the `Cookie` header; null when there is none */
  readFrom(header: string | null, isHttps: boolean): BrowserSecret | null;
  write(secret: BrowserSecret): Promise<void>;
  clear(): Promise<void>;
};

/** @param lifetime in seconds */
export function browserSecretCookie(plainName: string, lifetime: number): BrowserSecretCookie {
  async function set(value: string, maxAge: number): Promise<void> {
    const { isHttps } = (await services()).config;
    const options = { httpOnly: true, sameSite: 'strict', path: '/', secure: isHttps, maxAge } as const;
    // No page shows anything of it, and what a page shows, such as an image to scan, belongs to the cookie.
    keepPage();
    (await cookies()).set(nameOf(plainName, isHttps), value, options);
  }
  return {
    async read() {
      const { isHttps } = (await services()).config;
      return parseBrowserSecret((await cookies()).get(nameOf(plainName, isHttps))?.value);
    },
    readFrom: (header, isHttps) => parseBrowserSecret(readCookie(header, nameOf(plainName, isHttps)) ?? undefined),
    write: (secret) => set(secret, lifetime),
    clear: () => set('', 0),
  };
}

/** Browsers allow the `__Host-` prefix, which keeps neighbouring hosts from setting the cookie, on https only. */
function nameOf(plainName: string, isHttps: boolean): string {
  return `${isHttps ? '__Host-' : ''}${plainName}`;
}

/** The browser that an invitation has let in, or will when the helpdesk agrees. Its lifetime is the invitation's. */
export const invitationCookie = browserSecretCookie('tessera.invitation', LIFETIME.maximum / SECOND);

/** A browser that is about to sign in with a passkey, for as long as its page asks for challenges now and then. */
export const passkeyCookie = browserSecretCookie('tessera.passkey', HOUR / SECOND);

/** A browser that asked for a code for a forgotten password. It outlives the code, whose answer says that it is over. */
export const forgottenCookie = browserSecretCookie('tessera.forgotten', HOUR / SECOND);

/** A browser that registered somebody, until the mailed code is typed. */
export const registrationCookie = browserSecretCookie('tessera.registration', HOUR / SECOND);

/** The browser that opened the case of a lost phone, or froze the account, for as long as it may go on with it. */
export const caseCookie = browserSecretCookie('tessera.case', CASE_HELD_MS / SECOND);

/** A browser in which devices were activated, which outlives what its scripts store. */
export const deviceMarksCookie = browserSecretCookie('tessera.devices', MARK_LIFETIME_MS / SECOND);

/** A minute for the phone, one for opening the session, and a margin. */
export const phoneSignInCookie = browserSecretCookie('tessera.phone', (2 * MINUTE + 10 * SECOND) / SECOND);

/** A browser that an image's link was opened in from outside, by a camera; used up by the first question about it. */
export const openedCookie = browserSecretCookie('tessera.opened', MINUTE / SECOND);
