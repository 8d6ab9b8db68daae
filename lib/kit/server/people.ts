import type { Role } from '../../accounts/users/role';
import type { Language } from '../../shared/language';
import { PASSWORD } from './server';
import type { Site } from './site';
import type { KeptPasskey } from '../door/software-authenticator';

/** Somebody with an account. */
export type Person = {
  userId: string;
  password: string;
  displayName: string;
  mailAddress: string;
  /** On record since the account was made, so that the helpdesk may call back on it. */
  phoneNumber: string;
  /** The second factor, for whoever was made with one. */
  passkey?: KeptPasskey;
};

export type PersonOptions = {
  /** `user` unless given. Staff: `helpdesk-agent`, `helpdesk-approver`, `break-glass`, `auditor`, `administrator`. */
  roles?: readonly Role[];
  userId?: string;
  displayName?: string;
  password?: string;
  mailAddress?: string;
  /** With its country, and without spaces: `+493023125123`. */
  phoneNumber?: string;
  /** User ID of the manager on record, who confirms to the helpdesk who is calling; none unless given. */
  manager?: string;
  language?: Language;
  /** A name in `TESSERA_PROTECTED_GROUPS` (the kit's server: `board`) is a group that two members of staff look after. */
  group?: string;
  /** Whether there is a passkey, which vouches at once: what staff need at `standard` and `strong`. */
  hasPasskey?: boolean;
};

/** Somebody nobody has seen before on this site. @throws Error where the site runs already */
export async function makePerson(site: Site, options: PersonOptions = {}): Promise<Person> {
  const { roles = ['user'], language = 'en', group = null, manager = null } = options;
  const person = describePerson(options);
  await site.ask<'add-person'>('people.make', { kind: 'add-person', ...person, roles, language, group, manager });
  return options.hasPasskey === true ? withPasskey(site, person) : person;
}

/** @throws Error where the site runs already */
export async function withPasskey(site: Site, person: Person): Promise<Person> {
  const { userId } = person;
  return { ...person, passkey: await site.ask<'add-passkey'>('people.make', { kind: 'add-passkey', userId }) };
}

/** Germany's regulator gives it to nobody, for films. */
const KNOWN_NUMBER = '+493023125002';

/** What a person is called unless it is given. */
export function describePerson(options: PersonOptions): Person {
  const unique = crypto.randomUUID().slice(0, 8);
  const { userId = `pat.${unique}`, displayName = `Pat ${unique}`, password = PASSWORD } = options;
  const { mailAddress = `${userId}@example.org`, phoneNumber = KNOWN_NUMBER } = options;
  return { userId, displayName, password, mailAddress, phoneNumber };
}
