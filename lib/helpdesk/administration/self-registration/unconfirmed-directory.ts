import type { UserDirectory, UserOrder } from '../../../accounts/users/user-directory';
import type { RegistrationStore } from './self-registration';

/**
 * The users of an authentication server, of whom no password counts while a registration bars them: the server takes it, but
 * nobody has shown yet that the mailbox is theirs.
 */
export function unconfirmedDirectory(
  users: UserDirectory,
  registrations: Pick<RegistrationStore, 'isPending'>,
): UserDirectory {
  return {
    addsUsers: users.addsUsers,
    changesPasswords: users.changesPasswords,
    keepsTimeZones: users.keepsTimeZones,
    findsBySession: users.findsBySession,
    find: (userId, domain) => users.find(userId, domain),
    async verifyPassword(userId, domain, password) {
      const user = await users.verifyPassword(userId, domain, password);
      if (!user || user === 'too-busy') return user;
      return (await registrations.isPending(user)) ? null : user;
    },
    search: (domain, words, after, order: UserOrder | null = null) => users.search(domain, words, after, order),
    listWithRole: (role, domain) => users.listWithRole(role, domain),
  };
}
