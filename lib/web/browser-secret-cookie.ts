import 'server-only';
import { cookies } from 'next/headers';
import { parseBrowserSecret, type BrowserSecret } from '../access/phone-sign-in-id';
import { services } from '../services';

/** What binds something to the browser that asked for it: out of reach of scripts, and never sent along by other sites. */
export type BrowserSecretCookie = {
  read(): Promise<BrowserSecret | null>;
  write(secret: BrowserSecret): Promise<void>;
  clear(): Promise<void>;
};

/** @param lifetime in seconds */
export function browserSecretCookie(plainName: string, lifetime: number): BrowserSecretCookie {
  async function set(value: string, maxAge: number): Promise<void> {
    const { isHttps } = (await services()).config;
    const options = { httpOnly: true, sameSite: 'strict', path: '/', secure: isHttps, maxAge } as const;
    (await cookies()).set(await nameOf(plainName), value, options);
  }
  return {
    read: async () => parseBrowserSecret((await cookies()).get(await nameOf(plainName))?.value),
    write: (secret) => set(secret, lifetime),
    clear: () => set('', 0),
  };
}

/** Browsers allow the prefix, which keeps neighbouring hosts from setting the cookie, on https only. */
async function nameOf(plainName: string): Promise<string> {
  return `${(await services()).config.isHttps ? '__Host-' : ''}${plainName}`;
}
