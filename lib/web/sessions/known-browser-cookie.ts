import 'server-only';
import { cookies } from 'next/headers';
import type { KnownBrowserId } from '../../accounts/sign-in/known-networks';
import type { User } from '../../accounts/users/user';
import { shortUserId } from '../../accounts/users/user';
import type { Services } from '../../composition/compose';
import { SECOND } from '../../shared/time/duration';
import { KNOWN_BROWSER_MS, KnownBrowsers } from './known-browsers';
import { readCookie } from '../../shared/read-cookie';

type Known = Pick<Services, 'config' | 'sessionSecret' | 'accounts'>;

/** The requesting browser's identity. @param typedUserId the account that it must be known for; null for any */
export async function findKnownBrowser(known: Known, typedUserId: string | null): Promise<KnownBrowserId | null> {
  return (await readKnownBrowser(known))(typedUserId);
}

/** As `findKnownBrowser`, for an account that is known only later. */
export async function readKnownBrowser(known: Known): Promise<(userId: string | null) => KnownBrowserId | null> {
  const cookie = await read(known);
  return (userId) => find(known, cookie, userId);
}

/** The same in front of Next.js. @param header the `Cookie` header; null when there is none */
export function knownBrowserIn(known: Known, header: string | null, typedUserId: string): KnownBrowserId | null {
  return find(known, readCookie(header, nameOf(known)) ?? undefined, typedUserId);
}

function find(known: Known, cookie: string | undefined, typedUserId: string | null): KnownBrowserId | null {
  const { domain } = known.accounts.settings;
  const account = typedUserId === null ? null : { userId: shortUserId(typedUserId), domain };
  return new KnownBrowsers(known.sessionSecret).find(cookie, account, known.accounts.clock.now());
}

/** Records in the browser that this user has signed in with it. */
export async function rememberBrowser(known: Known, { userId, domain }: User): Promise<void> {
  const value = new KnownBrowsers(known.sessionSecret).add(
    await read(known),
    { userId, domain },
    known.accounts.clock.now(),
  );
  const secure = known.config.isHttps;
  // A `strict` cookie would be missing when the OpenID provider sends a browser back.
  const sameSite = known.config.identityProvider ? 'lax' : 'strict';
  const options = { httpOnly: true, sameSite, path: '/', secure, maxAge: KNOWN_BROWSER_MS / SECOND } as const;
  (await cookies()).set(nameOf(known), value, options);
}

async function read(known: Known): Promise<string | undefined> {
  return (await cookies()).get(nameOf(known))?.value;
}

/** Browsers allow the `__Host-` prefix, which keeps neighbouring hosts from setting the cookie, on https only. */
function nameOf({ config }: Known): string {
  return `${config.isHttps ? '__Host-' : ''}tessera.known`;
}
