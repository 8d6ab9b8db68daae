import { beforeEach, describe, expect, it } from 'vitest';
import type { MailAddress } from '@/lib/shared/mail-address';
import type { NewUser, UserDirectory } from '@/lib/access/user-directory';

const DOMAIN = 'example.org';
const PASSWORD = 'correct horse battery';
let people = 0;

/** What every adapter of the port `UserDirectory` does. @param open gives a directory, which need not be empty */
export function userDirectoryContract(open: () => Promise<UserDirectory>): void {
  let directory: UserDirectory;
  let user: NewUser;

  beforeEach(async () => {
    directory = await open();
    user = {
      userId: `jané.${(people += 1)}`,
      domain: DOMAIN,
      displayName: 'Jane Doe',
      roles: ['user', 'auditor'],
      mailAddresses: ['jane@example.org', 'jane+2@example.org'] as MailAddress[],
      language: 'fr',
      group: 'board',
      password: PASSWORD,
    };
    expect(await directory.add(user)).toEqual({ ok: true, value: null });
  });

  const known = () => ({
    userId: user.userId,
    domain: user.domain,
    displayName: user.displayName,
    roles: user.roles,
    mailAddresses: user.mailAddresses,
    language: user.language,
    group: { name: 'board', isProtected: true },
  });

  describe('finding', () => {
    it('answers who somebody is, and no password', async () => {
      expect(await directory.find(user.userId, DOMAIN)).toEqual(known());
    });

    it.each<[string, (userId: string) => string]>([
      ['in capitals', (userId) => userId.toUpperCase()],
      ['with spaces around', (userId) => `  ${userId} `],
      ['with its accents apart', (userId) => userId.normalize('NFD')],
    ])('finds a user ID typed %s', async (_name, type) => {
      expect(await directory.find(type(user.userId), DOMAIN)).toEqual(known());
      expect(await directory.verifyPassword(type(user.userId), DOMAIN, PASSWORD)).toEqual(known());
    });

    it.each<[string, (userId: string) => [string, string]]>([
      ['a user ID that is part of another', (userId) => [userId.slice(0, -1), DOMAIN]],
      ['another domain', (userId) => [userId, 'elsewhere']],
      ['nothing', () => ['', DOMAIN]],
      ['a control character', (userId) => [`${userId}\u0000`, DOMAIN]],
      ['half a character', (userId) => [`${userId}\ud800`, DOMAIN]],
    ])('finds nobody for %s, and fails for no password there', async (_name, ask) => {
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
    ])('are not proved by %s', async (_name, password) => {
      expect(await directory.verifyPassword(user.userId, DOMAIN, password)).toBeNull();
    });

    it('may be of any script', async () => {
      await directory.changePassword(user.userId, DOMAIN, 'пароль 🐎 ünïcode');
      expect(await directory.verifyPassword(user.userId, DOMAIN, 'пароль 🐎 ünïcode')).toEqual(known());
    });

    it('are another one from the moment they are changed', async () => {
      await directory.changePassword(user.userId.toUpperCase(), DOMAIN, 'battery horse correct');
      expect(await directory.verifyPassword(user.userId, DOMAIN, PASSWORD)).toBeNull();
      expect(await directory.verifyPassword(user.userId, DOMAIN, 'battery horse correct')).toEqual(known());
    });
  });

  describe('adding', () => {
    it('refuses a user ID that exists, whatever its case, and leaves that user alone', async () => {
      const again = { ...user, userId: user.userId.toUpperCase(), password: 'battery horse correct' };
      expect(await directory.add(again)).toEqual({ ok: false, refusal: 'user-exists' });
      expect(await directory.verifyPassword(user.userId, DOMAIN, PASSWORD)).toEqual(known());
    });

    it('lets one through when the same user is added many times at once', async () => {
      const twin = { ...user, userId: `${user.userId}.twin` };
      const added = await Promise.all(Array.from({ length: 4 }, () => directory.add(twin)));
      expect(added.filter(({ ok }) => ok)).toHaveLength(1);
    });

    it('counts', async () => {
      const before = await directory.count();
      await directory.add({ ...user, domain: 'elsewhere' });
      expect(await directory.count()).toBe(before + 1);
    });
  });
}
