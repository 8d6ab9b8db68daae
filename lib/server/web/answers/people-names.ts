import 'server-only';
import { findPeopleNames, type PeopleNames } from '../../../accounts/users/people-names';
import { services } from '../../composition/compose';
import { withGatewayFallback } from './with-gateway-fallback';

const NOBODY: PeopleNames = new Map();

/** What people on a page are called. While users cannot be read, none has a name, and the page is there. */
export async function peopleNames(domain: string, userIds: Iterable<string>): Promise<PeopleNames> {
  const { users } = (await services()).helpdesk;
  return withGatewayFallback(NOBODY, () => findPeopleNames(users, domain, userIds));
}
