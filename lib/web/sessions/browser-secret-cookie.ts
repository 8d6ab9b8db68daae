import 'server-only';
import { cookies } from 'next/headers';
import { parseBrowserSecret, type BrowserSecret } from '../../shared/identifiers/phone-sign-in-id';
import { services } from '../../composition/compose';
import { readCookie } from './read-cookie';
import { LIFETIME } from '../../helpdesk/reissue/reissue';
import { SECOND, MINUTE } from '../../shared/time/duration';

/** What binds something to the browser that asked for it: out of reach of scripts, and never sent along by other sites. */
export type BrowserSecretCookie = {
  read(): Promise<BrowserSecret | null>;
  /** For requests that are answered in front of Next.js. @param header the `Cookie` header; null when there is none */
  readFrom(header: string | null, isHttps: boolean): BrowserSecret | null;
  write(secret: BrowserSecret): Promise<void>;
  clear(): Promise<void>;
};

/** @param lifetime in seconds */
export function browserSecretCookie(plainName: string, lifetime: number): BrowserSecretCookie {
  async function set(value: string, maxAge: number): Promise<void> {
    const { isHttps } = (await services()).config;
    const options = { httpOnly: true, sameSite: 'strict', path: '/', secure: isHttps, maxAge } as const;
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

/** Browsers allow the prefix, which keeps neighbouring hosts from setting the cookie, on https only. */
function nameOf(plainName: string, isHttps: boolean): string {
  return `${isHttps ? '__Host-' : ''}${plainName}`;
}

/** Which browser an invitation has let in, or will let in when the helpdesk says so. What counts is the invitation's time. */
export const invitationCookie = browserSecretCookie('tessera.invitation', LIFETIME.maximum / SECOND);

/** A minute for the phone and one for opening the session, and a little for slow answers. */
export const phoneSignInCookie = browserSecretCookie('tessera.phone', (2 * MINUTE + 10 * SECOND) / SECOND);
