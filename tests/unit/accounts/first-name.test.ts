import { expect, it } from 'vitest';
import { firstNameOf } from '@/lib/accounts/users/first-name';

it.each([
  ['Jane Doe', 'Jane'],
  ['Maria Skłodowska Curie', 'Maria'],
  ['Doe, Jane', null],
  ['jane.doe', null],
  ['', null],
])('a person who is called %j has the first name %j', (displayName, first) => {
  expect(firstNameOf({ displayName })).toBe(first);
});
