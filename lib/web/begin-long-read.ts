import 'server-only';
import type { Permission } from '../access/permission';
import { LONG_READS_PER_USER } from '../access/rate-limiter';
import type { SignedIn } from '../access/session';
import { services } from '../services';
import { checkRoutePermission } from './signed-in';
import { uncachedRefusal } from './uncached';

/** For routes that read a whole table: who is signed in, may do this and has not done it too often, or the refusal to answer. */
export async function beginLongRead(permission: Permission): Promise<SignedIn | Response> {
  const signedIn = await checkRoutePermission(permission);
  if (typeof signedIn === 'number') return uncachedRefusal(signedIn);
  const { access } = await services();
  const { userId, domain } = signedIn.user;
  const wait = await access.rateLimiter.consume(`long-read:${userId}@${domain}`, LONG_READS_PER_USER);
  return wait > 0 ? uncachedRefusal(429) : signedIn;
}
