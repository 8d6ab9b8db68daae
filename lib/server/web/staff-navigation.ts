import 'server-only';
import { cache } from 'react';
import { may } from '../../accounts/users/permission';
import type { Principal } from '../../accounts/users/principal';
import { services } from '../composition/compose';
import { countWaitingFor } from './count-waiting-for';
import { staffSections, type StaffSection } from './staff-sections';

/** @property waiting how many things wait there; left out where nothing is counted */
type StaffLink = StaffSection & { waiting?: number };

/** The sections that are open to a principal, with what waits there for them. Cached per request. */
export const staffNavigation = cache(async (principal: Principal): Promise<readonly StaffLink[]> => {
  const sections = staffSections(principal);
  if (!may(principal, 'account:approve')) return sections;
  const waiting = await countWaitingFor(await services(), principal);
  return sections.map((section) => (section.counts ? Object.assign({ waiting }, section) : section));
});
