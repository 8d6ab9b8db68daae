import { expect, test } from 'vitest';
import type { WipedAccount } from '@/lib/phone/accounts/account';
import { defaultAccountName } from '@/lib/phone/accounts/add-account';

function named(name: string): WipedAccount {
  return { state: 'wiped', instanceId: 'VDS1000042-1', userId: 'jane.doe', domain: '', name, activatedAt: '' };
}

test('an account is called after its user, with the first free number where that is taken', () => {
  expect(defaultAccountName('jane.doe', [])).toBe('jane.doe');
  expect(defaultAccountName('jane.doe', [named('Red phone')])).toBe('jane.doe');
  expect(defaultAccountName('jane.doe', ['jane.doe', 'jane.doe 3'].map(named))).toBe('jane.doe 2');
});

test('names of the longest user IDs fit, and still differ', () => {
  const first = defaultAccountName('j'.repeat(255), []);
  const second = defaultAccountName('j'.repeat(255), [named(first)]);
  expect(first).toHaveLength(64);
  expect(second).toHaveLength(64);
  expect(second).toMatch(/j 2$/);
});
