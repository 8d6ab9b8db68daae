import 'server-only';
import { perPerson } from '../../accounts/sign-in/limits';
import type { Permission } from '../../accounts/users/permission';
import type { SignedIn } from '../../accounts/sessions/session';
import { services } from '../../composition/compose';
import { checkRoutePermission } from '../sessions/signed-in';
import { uncachedRefusal } from './uncached';

/** For routes that read a whole table: who is signed in, may do this and has not done it too often, or the refusal to answer. */
export async function beginLongRead(permission: Permission): Promise<SignedIn | Response> {
  const signedIn = await checkRoutePermission(permission);
  if (typeof signedIn === 'number') return uncachedRefusal(signedIn);
  const { access } = await services();
  const usedUp = await access.rateLimiter.take([perPerson('long-read', signedIn.user)]);
  return usedUp ? uncachedRefusal(429) : signedIn;
}
