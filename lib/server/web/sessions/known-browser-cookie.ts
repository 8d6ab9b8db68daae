import 'server-only';
import { cookies } from 'next/headers';
import type { KnownBrowserId } from '../../../accounts/sign-in/known-networks';
import type { User } from '../../../accounts/users/user';
import { shortUserId } from '../../../accounts/users/user';
import type { Services } from '../../composition/compose';
import { SECOND } from '../../../shared/time/duration';
import { KNOWN_BROWSER_MS, KnownBrowsers } from './known-browsers';
import { readCookie } from '../../../shared/read-cookie';

type AppParts = Pick<Services, 'config' | 'sessionSecret' | 'accounts'>;

/** The requesting browser's identity. @param typedUserId the account that it must be known for; null for any */
export async function findKnownBrowser(app: AppParts, typedUserId: string | null): Promise<KnownBrowserId | null> {
  return (await readKnownBrowser(app))(typedUserId);
}

/** As `findKnownBrowser`, for an account that is known only later. */
export async function readKnownBrowser(app: AppParts): Promise<(userId: string | null) => KnownBrowserId | null> {
  const cookie = await read(app);
  return (userId) => find(app, cookie, userId);
}

/** The same in front of Next.js. @param header the `Cookie` header; null when there is none */
export function knownBrowserIn(app: AppParts, header: string | null, typedUserId: string): KnownBrowserId | null {
  return find(app, readCookie(header, nameOf(app)) ?? undefined, typedUserId);
}

function find(app: AppParts, cookie: string | undefined, typedUserId: string | null): KnownBrowserId | null {
  const { domain } = app.accounts.settings;
  const account = typedUserId === null ? null : { userId: shortUserId(typedUserId), domain };
  return new KnownBrowsers(app.sessionSecret).find(cookie, account, app.accounts.clock.now());
}

/** Records in the browser that this user has signed in with it. */
export async function rememberBrowser(app: AppParts, { userId, domain }: User): Promise<void> {
  const value = new KnownBrowsers(app.sessionSecret).add(await read(app), { userId, domain }, app.accounts.clock.now());
  const secure = app.config.isHttps;
  // A `strict` cookie would be missing when the OpenID provider sends a browser back.
  const sameSite = app.config.identityProvider ? 'lax' : 'strict';
  const options = { httpOnly: true, sameSite, path: '/', secure, maxAge: KNOWN_BROWSER_MS / SECOND } as const;
  (await cookies()).set(nameOf(app), value, options);
}

async function read(app: AppParts): Promise<string | undefined> {
  return (await cookies()).get(nameOf(app))?.value;
}

/** Browsers allow the `__Host-` prefix, which keeps neighbouring hosts from setting the cookie, on https only. */
function nameOf({ config }: AppParts): string {
  return `${config.isHttps ? '__Host-' : ''}tessera.known`;
}
