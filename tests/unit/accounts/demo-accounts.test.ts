import { describe, expect, it } from 'vitest';
import type { PasswordPorts } from '@/lib/accounts/account-ports';
import { addDemoAccounts, type DemoAccount } from '@/lib/accounts/users/add-demo-accounts';
import { ROLES } from '@/lib/accounts/users/role';
import { checkPassword } from '@/lib/accounts/sign-in/password-policy';
import { fakeAccess } from '../../support/doubles/fake-access-ports';
import { MemoryUserDirectory } from '../../support/doubles/stores/memory-user-directory';

async function onFirstStart() {
  return { ...(await fakeAccess()), users: new MemoryUserDirectory() };
}

/** @returns what is told */
async function add(ports: PasswordPorts, password: string | null, withStaff = false): Promise<DemoAccount[]> {
  const told: DemoAccount[] = [];
  await addDemoAccounts(ports, { password, withStaff }, (accounts) => void told.push(...accounts));
  return told;
}

describe('demo accounts', () => {
  it('the first start creates a user and a helpdesk agent, with the passwords it reports', async () => {
    const ports = await onFirstStart();
    const accounts = await add(ports, null);
    expect(accounts.map(({ userId }) => userId)).toEqual(['jane.doe', 'helpdesk']);
    const created = accounts.map(({ userId }) => ({ type: 'account-created', subject: { userId } }));
    expect(ports.users.recorded).toMatchObject(created);
    for (const { userId, password, isGuessable } of accounts) {
      const known = { userId, displayName: userId, mailAddresses: [] };
      expect(await checkPassword(ports.passwords, password, known)).toEqual({ ok: true, value: null });
      expect(isGuessable).toBe(false);
      expect(await ports.users.verifyPassword(userId, 'example.org', password)).toMatchObject({ userId });
    }
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(2);
  });

  it('the first start creates one demo account per role where only this machine reaches the site', async () => {
    const ports = await onFirstStart();
    const accounts = await add(ports, null, true);
    const people = await Promise.all(accounts.map(({ userId }) => ports.users.find(userId, 'example.org')));
    expect(new Set(people.flatMap((user) => user?.roles))).toEqual(new Set(ROLES));
  });

  it('demo accounts get the one password that was configured', async () => {
    const accounts = await add(await onFirstStart(), 'a password of mine');
    expect(accounts.map(({ password }) => password)).toEqual(['a password of mine', 'a password of mine']);
  });

  it.each([
    ['demo', true],
    ['passwordpassword', true],
    ['plum kettle violin', false],
  ])('demo accounts with the password %j are flagged as easy to guess: %j', async (password, isGuessable) => {
    const accounts = await add(await onFirstStart(), password);
    expect(accounts.map((account) => account.isGuessable)).toEqual([isGuessable, isGuessable]);
  });

  it('no demo accounts are created when any account exists', async () => {
    const ports = await fakeAccess();
    expect(await add(ports, null)).toEqual([]);
    expect(await ports.users.addsUsers?.count(1_000)).toBe(1);
  });

  it('demo passwords are reported before the accounts exist, so that an interrupted start reports new ones', async () => {
    const ports = await onFirstStart();
    const interrupted = addDemoAccounts(ports, { password: null, withStaff: false }, () => {
      throw new Error('killed');
    });
    await expect(interrupted).rejects.toThrow('killed');
    expect(await ports.users.addsUsers?.count(1_000)).toBe(0);
    expect(await add(ports, null)).toHaveLength(2);
  });

  it('the demo accounts are created all together or not at all', async () => {
    const ports = await onFirstStart();
    const [account] = await add(await onFirstStart(), null);
    const racing = addDemoAccounts(ports, { password: null, withStaff: false }, () => {
      // Another process adds one meanwhile.
      void ports.users.add({
        userId: account?.userId ?? '',
        displayName: '',
        roles: ['user'],
        domain: 'example.org',
        mailAddresses: [],
        language: 'en',
        group: null,
        password: '',
      });
    });
    await racing;
    expect(await ports.users.addsUsers?.count(1_000)).toBe(1);
  });
});
