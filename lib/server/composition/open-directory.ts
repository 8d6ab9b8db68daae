import type { ContactRecords } from '../../accounts/users/contacts';
import type { UserDirectory } from '../../accounts/users/user-directory';
import type { PersistSideEffects } from '../../database/side-effects/persist-side-effects';
import { PrismaUserDirectory } from '../../database/tables/accounts/prisma-user-directory';
import { PrismaAccountStore } from '../../database/tables/administration/prisma-account-store';
import { PrismaContactStore } from '../../database/tables/administration/prisma-contact-store';
import { unconfirmedDirectory } from '../../helpdesk/administration/self-registration/unconfirmed-directory';
import { PrismaRegistrationStore } from '../../database/tables/administration/prisma-registration-store';
import type { Installation } from './installation';
import type { OpenedGateway } from './opened-gateway';

type Opening = Pick<Installation, 'config' | 'database' | 'clock'>;

/** The accounts that this site keeps in its database. */
type OwnAccounts = { accounts: PrismaAccountStore; contacts: PrismaContactStore };

/**
 * Where the users come from.
 * @property registrations of people who register themselves
 * @property own null if another system keeps them
 */
export type OpenedDirectory = {
  users: UserDirectory;
  contacts: ContactRecords;
  registrations: PrismaRegistrationStore;
  own: OwnAccounts | null;
};

/** The users of the authentication server if the gateway is one, otherwise those of this site. */
export function openDirectory(
  opening: Opening,
  { people }: Pick<OpenedGateway, 'people'>,
  persist: PersistSideEffects,
): OpenedDirectory {
  const registrations = new PrismaRegistrationStore(opening.database.client, persist);
  if (!people) return { ...openOwnDirectory(opening, persist), registrations };
  // Also where people do not register themselves any more: whoever did not finish is barred still.
  return { ...people, users: unconfirmedDirectory(people.users, registrations), registrations, own: null };
}

/** The users of this site, also for programs that open no gateway. */
export function openOwnDirectory(
  { config, database, clock }: Opening,
  persist: PersistSideEffects,
): Omit<OpenedDirectory, 'registrations'> & { own: OwnAccounts } {
  const { protectedGroups } = config;
  const contacts = new PrismaContactStore(database, persist, protectedGroups);
  const accounts = new PrismaAccountStore(database, persist, protectedGroups);
  const users = new PrismaUserDirectory(database, clock, persist, protectedGroups);
  return { users, contacts, own: { accounts, contacts } };
}
