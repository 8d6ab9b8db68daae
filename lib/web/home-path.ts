import 'server-only';
import type { Route } from 'next';
import { mayUser } from '../access/permission';
import type { User } from '../access/user';
import { services } from '../services';
import { orWhenGatewayFails } from './or-when-gateway-fails';
import { staffSections } from './staff-sections';

/** A page that somebody may see, whatever their roles are. */
export function homePath(user: User): Route {
  if (user.onlyInvitation !== undefined) return '/invitation/entered';
  if (mayUser(user, 'authenticator:view')) return '/';
  return staffSections(user)[0]?.href ?? '/profile';
}

/** Where somebody begins who has just signed in: staff without a device of their own have come to work. */
export async function startPath(user: User): Promise<Route> {
  const [section] = staffSections(user);
  if (!section || !mayUser(user, 'authenticator:view')) return homePath(user);
  const { directory } = (await services()).authenticators;
  const devices = await orWhenGatewayFails(null, () => directory.list(user));
  return devices?.length === 0 ? section.href : '/';
}
