import { beforeEach, describe, expect, it } from 'vitest';
import type { MailAddress } from '@/lib/shared/mail-address';
import { searchWords } from '@/lib/accounts/users/search-terms';
import type { User } from '@/lib/accounts/users/user';
import type {
  NewUser,
  PasswordChanger,
  UserAdder,
  UserDirectory,
  UserOrder,
} from '@/lib/accounts/users/user-directory';

const DOMAIN = 'example.org';
const PASSWORD = 'correct horse battery';
let people = 0;

export type UserDirectoryFixture = {
  directory: UserDirectory;
  /** Makes somebody known. @returns what the directory says of them, which may be less than all */
  add: (user: NewUser) => Promise<User>;
};

/** A directory that keeps its people itself, whose people in the group `board` are protected. */
export function ownPeople(directory: UserDirectory & UserAdder): UserDirectoryFixture {
  return {
    directory,
    async add(user) {
      expect(await directory.add(user)).toEqual({ ok: true, value: null });
      return whole(user);
    },
  };
}

function whole({ password: _password, ...user }: NewUser): User {
  return { timeZone: null, ...user, group: { name: 'board', isProtected: true }, bar: null };
}

function person(): NewUser {
  return {
    userId: `jané.${(people += 1)}`,
    domain: DOMAIN,
    displayName: 'Jane Doe',
    roles: ['user', 'auditor'],
    mailAddresses: ['jane@example.org', 'jane+2@example.org'] as MailAddress[],
    language: 'fr',
    group: 'board',
    password: PASSWORD,
  };
}

/** What a directory says of itself, which decides what is asked of it. */
type UserDirectoryTraits = {
  /** Whether people are found by what has accents without typing those. */
  foldsAccents: boolean;
  /** Mail addresses that it keeps of a person. */
  mailAddresses: number;
};

const KEEPS_EVERYTHING: UserDirectoryTraits = { foldsAccents: true, mailAddresses: Number.POSITIVE_INFINITY };

/** What every adapter of the port `UserDirectory` does. @param open gives a directory, which need not be empty */
export function userDirectoryContract(
  open: () => Promise<UserDirectoryFixture>,
  { foldsAccents, mailAddresses: kept }: UserDirectoryTraits = KEEPS_EVERYTHING,
): void {
  let directory: UserDirectory;
  let add: UserDirectoryFixture['add'];
  let user: NewUser;
  let known: User;

  beforeEach(async () => {
    ({ directory, add } = await open());
    user = person();
    known = await add(user);
  });

  describe('finding', () => {
    it('the directory returns a user without a password', async () => {
      expect(await directory.find(user.userId, DOMAIN)).toEqual(known);
    });

    it.each<[string, (userId: string) => string]>([
      ['in capitals', (userId) => userId.toUpperCase()],
      ['with spaces around', (userId) => `  ${userId} `],
      ['with its accents apart', (userId) => userId.normalize('NFD')],
    ])('the directory finds a user ID entered %s', async (_name, type) => {
      expect(await directory.find(type(user.userId), DOMAIN)).toEqual(known);
      expect(await directory.verifyPassword(type(user.userId), DOMAIN, PASSWORD)).toEqual(known);
    });

    it.each<[string, (userId: string) => [string, string]]>([
      ['a user ID that is part of another', (userId) => [userId.slice(0, -1), DOMAIN]],
      ['another domain', (userId) => [userId, 'elsewhere']],
      ['nothing', () => ['', DOMAIN]],
      ['a control character', (userId) => [`${userId}\u0000`, DOMAIN]],
      ['half a character', (userId) => [`${userId}\ud800`, DOMAIN]],
    ])('the directory returns null for %s, and verifies no password there', async (_name, ask) => {
      const [userId, domain] = ask(user.userId);
      expect(await directory.find(userId, domain)).toBeNull();
      expect(await directory.verifyPassword(userId, domain, PASSWORD)).toBeNull();
    });
  });

  describe('passwords', () => {
    it.each([
      ['another one', 'correct horse batterY'],
      ['the beginning', PASSWORD.slice(0, -1)],
      ['more than it', `${PASSWORD} `],
      ['nothing', ''],
      ['what ends at a zero', `${PASSWORD}\u0000`],
      ['a very long one', 'x'.repeat(10_000)],
    ])('a password is not verified for %s', async (_name, password) => {
      expect(await directory.verifyPassword(user.userId, DOMAIN, password)).toBeNull();
    });
  });

  describe('searching', () => {
    let domain: string;

    beforeEach(() => {
      domain = `searched.${people}`;
    });

    const addPerson = (userId: string, displayName: string, ...mailAddresses: string[]) =>
      add({ ...user, userId, displayName, domain, mailAddresses: mailAddresses as MailAddress[] });

    const search = (typed: string, after: string | null = null, order: UserOrder | null = null) =>
      directory.search(domain, searchWords(typed), after, order);
    const found = async (typed: string) => (await search(typed)).users.map(({ userId }) => userId);

    it('the search returns users as they were added', async () => {
      const searched = await add({ ...user, userId: `jane.${people}`, domain });
      expect(await search(searched.userId)).toEqual({ users: [searched], next: null });
    });

    it('a user is found by the beginnings of words, and special characters are taken literally', async () => {
      await addPerson('mmuster17', 'Max Mustermüller', 'max.m@work.example', 'private.max@home.example');
      await addPerson('other', 'Somebody Else', 'else@work.invalid');
      const typed = {
        'the user ID': ['mmu', 'mmuster17'],
        'a name': ['max', 'mus', 'MAX', ...(foldsAccents ? ['mustermuller', 'MUSTERMÜL'] : [])],
        'several, in any order': ['muster max', 'm m', ...(kept > 1 ? ['max m private'] : [])],
        'a mail address': ['max.m@work', 'example', ...(kept > 1 ? ['private.max@home.example'] : [])],
      };
      for (const text of Object.values(typed).flat()) expect([text, await found(text)]).toEqual([text, ['mmuster17']]);
      const others = ['%', '_', 'm%', 'm_x', '\\', "'", '"', 'ax', 'max else', 'mmuster17x', 'm\u{10ffff}else'];
      for (const text of others) expect([text, await found(text)]).toEqual([text, []]);
    });

    it('wildcard characters are matched literally', async () => {
      await addPerson('a_b', '100% Real');
      await addPerson('axb', '1000 Real');
      expect([await found('a_b'), await found('100%')]).toEqual([['a_b'], ['a_b']]);
    });

    it('the search stays within its domain', async () => {
      await addPerson('inside', 'Same Name');
      await add({ ...user, userId: 'outside', displayName: 'Same Name', domain: `${domain}.other` });
      expect(await found('same')).toEqual(['inside']);
    });

    it('the search pages through every user once, in the order of their names', async () => {
      const names = Array.from({ length: 21 }, (_, number) => `jan${String(number).padStart(2, '0')}`);
      await Promise.all(names.map((name) => addPerson(name, `Jan Jan${name}`, `${name}@jan.example`)));
      await addPerson('zz', 'Jan');
      const pages = [];
      for (let after: string | null = null, more = true; more;) {
        const page = await search('jan', after);
        pages.push(page.users.map(({ userId }) => userId));
        after = page.next;
        more = after !== null;
      }
      expect(pages.map((page) => page.length)).toEqual([20, 2]);
      expect(pages.flat()).toEqual(['zz', ...names]);
    });

    it('whole-word matches come first, and numbers in names are ordered by value', async () => {
      await addPerson('c', 'Smithson 1');
      await addPerson('b', 'Smith 10');
      await addPerson('a', 'Smith 9');
      expect(await found('smith')).toEqual(['a', 'b', 'c']);
    });

    it('users are sorted by name or user ID in either direction, numbers by value, across pages', async () => {
      const added = Array.from({ length: 25 }, (_, index) => `kim.${30 - index}`);
      await Promise.all(added.map((userId, index) => addPerson(userId, `Kim Kimson ${index + 1}`)));
      const orders: [UserOrder['by'], UserOrder['direction'], string[]][] = [
        ['name', 'ascending', added],
        ['name', 'descending', added.toReversed()],
        ['userId', 'ascending', added.toReversed()],
        ['userId', 'descending', added],
      ];
      for (const [by, direction, expected] of orders) {
        const first = await search('kim', null, { by, direction });
        const second = await search('kim', first.next, { by, direction });
        expect([first.users.length, second.users.length, second.next]).toEqual([20, 5, null]);
        const userIds = [...first.users, ...second.users].map(({ userId }) => userId);
        expect([by, direction, userIds]).toEqual([by, direction, expected]);
      }
    });

    it('a malformed cursor is treated as the first page', async () => {
      await addPerson('inside', 'Same Name');
      for (const after of ['nonsense', '{}', '[1,2]', '["a"]', ''])
        expect((await search('same', after)).users.length).toBeLessThanOrEqual(1);
    });

    it('users with a role are listed', async () => {
      await add({ ...user, userId: 'b', domain, roles: ['user', 'helpdesk-approver'] });
      await add({ ...user, userId: 'a', domain, roles: ['helpdesk-approver'] });
      await add({ ...user, userId: 'c', domain, roles: ['helpdesk-agent'] });
      const approvers = await directory.listWithRole('helpdesk-approver', domain);
      expect(approvers.map(({ userId }) => userId)).toEqual(['a', 'b']);
      expect(await directory.listWithRole('auditor', domain)).toEqual([]);
    });
  });
}

/** What a directory does that keeps its people itself. */
export function ownPeopleContract(open: () => Promise<UserDirectory & UserAdder & PasswordChanger>): void {
  let directory: UserDirectory & UserAdder & PasswordChanger;
  let user: NewUser;

  beforeEach(async () => {
    directory = await open();
    user = person();
    await directory.add(user);
  });

  const proves = async (password: string) => {
    const found = await directory.verifyPassword(user.userId, DOMAIN, password);
    expect(found ?? whole(user)).toEqual(whole(user));
    return found !== null;
  };

  const change = (userId: string, password: string, number = 0) => {
    const epoch = { number, endedAt: null, isFirst: number === 0 };
    return directory.changePassword({ userId, domain: DOMAIN }, password, { epoch, except: null });
  };

  it('the directory declares what it can change', () => {
    const { addsUsers, changesPasswords, keepsTimeZones } = directory;
    expect([addsUsers, changesPasswords, keepsTimeZones]).toEqual([directory, directory, directory]);
  });

  describe('a password', () => {
    it('a password may be of any script', async () => {
      await change(user.userId, 'пароль 🐎 ünïcode');
      expect(await proves('пароль 🐎 ünïcode')).toBe(true);
    });

    it('a changed password is valid at once and the old one is not', async () => {
      expect(await change(user.userId.toUpperCase(), 'battery horse correct')).toBe(true);
      expect([await proves(PASSWORD), await proves('battery horse correct')]).toEqual([false, true]);
    });

    it('threat: changed by two at once, who both knew the old one, is changed by the first alone', async () => {
      const changed = await Promise.all(
        ['battery horse correct', 'staple battery horse'].map((to) => change(user.userId, to)),
      );
      expect(changed.filter(Boolean)).toHaveLength(1);
      expect(await proves(changed[0] ? 'battery horse correct' : 'staple battery horse')).toBe(true);
      expect(await change(user.userId, 'a third one')).toBe(false);
      expect(await change(user.userId, 'a third one', 1)).toBe(true);
    });
  });

  describe('a time zone', () => {
    it('a user’s time zone is the site’s until one is chosen, and again when the choice is cleared', async () => {
      const zone = async () => (await directory.find(user.userId, DOMAIN))?.timeZone;
      expect(await zone()).toBeNull();
      await directory.keepsTimeZones?.setTimeZone({ ...user, userId: user.userId.toUpperCase() }, 'Europe/Brussels');
      expect(await zone()).toBe('Europe/Brussels');
      await directory.keepsTimeZones?.setTimeZone({ ...user, domain: 'elsewhere' }, 'Asia/Tokyo');
      expect(await zone()).toBe('Europe/Brussels');
      await directory.keepsTimeZones?.setTimeZone(user, null);
      expect(await zone()).toBeNull();
    });
  });

  describe('adding', () => {
    it('a user ID that exists in another case is refused, and that user stays unchanged', async () => {
      const again = { ...user, userId: user.userId.toUpperCase(), password: 'battery horse correct' };
      expect(await directory.add(again)).toEqual({ ok: false, refusal: 'user-exists' });
      expect(await proves(PASSWORD)).toBe(true);
    });

    it('the count includes a user added to another domain', async () => {
      const before = await directory.count(1_000);
      await directory.add({ ...user, domain: 'elsewhere' });
      expect(await directory.count(1_000)).toBe(before + 1);
    });

    it('only one of several concurrent additions of the same user succeeds', async () => {
      const twin = { ...user, userId: `${user.userId}.twin` };
      const added = await Promise.all(Array.from({ length: 4 }, () => directory.add(twin)));
      expect(added.filter(({ ok }) => ok)).toHaveLength(1);
    });
  });
}
