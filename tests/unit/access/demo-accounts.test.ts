import { describe, expect, it } from 'vitest';
import { addDemoAccounts } from '@/lib/access/add-demo-accounts';
import { checkPassword } from '@/lib/access/password-policy';
import { fakeAccess } from '../../support/fake-access-ports';
import { MemoryUserDirectory } from '../../support/memory-user-directory';

async function onFirstStart() {
  return { ...(await fakeAccess()), users: new MemoryUserDirectory() };
}

describe('demo accounts', () => {
  it('are a user and a helpdesk agent, with the passwords that are told', async () => {
    const ports = await onFirstStart();
    const accounts = await addDemoAccounts(ports, null);
    expect(accounts.map(({ userId }) => userId)).toEqual(['jane.doe', 'helpdesk']);
    for (const { userId, password } of accounts) {
      expect(checkPassword(password, userId).ok).toBe(true);
      expect(await ports.users.verifyPassword(userId, 'example.org', password)).toMatchObject({ userId });
    }
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(2);
  });

  it('have the one password that was set', async () => {
    const accounts = await addDemoAccounts(await onFirstStart(), 'a password of mine');
    expect(accounts.map(({ password }) => password)).toEqual(['a password of mine', 'a password of mine']);
  });

  it('are not made when there is any account already', async () => {
    const ports = await fakeAccess();
    expect(await addDemoAccounts(ports, null)).toEqual([]);
    expect(await ports.users.addsUsers?.count()).toBe(1);
  });
});
