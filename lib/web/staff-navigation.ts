import 'server-only';
import type { Route } from 'next';
import { cache } from 'react';
import { may } from '../accounts/users/permission';
import type { Principal } from '../accounts/users/principal';
import { services } from '../composition/compose';
import { countWaiting } from '../helpdesk/approvals/count-waiting';
import { staffSections } from './staff-sections';

export type StaffLink = { href: Route; label: string; within?: string; waiting?: number };

/** The sections that are open to a principal, with what waits there for them. Cached per request. */
export const staffNavigation = cache(async (principal: Principal): Promise<readonly StaffLink[]> => {
  const waiting = may(principal, 'approval:decide')
    ? await countWaiting((await services()).helpdesk, principal.user)
    : null;
  return staffSections(principal).map(({ href, label, within, counts }) => ({
    href,
    label,
    ...(within !== undefined && { within }),
    ...(counts && waiting !== null && { waiting }),
  }));
});
