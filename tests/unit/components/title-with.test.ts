import { expect, it } from 'vitest';
import { titleWith } from '@/components/site/layout/title-with';

it.each([
  ['Approvals · Tessera', 2, 'Approvals (2) · Tessera'],
  ['Approvals (2) · Tessera', 3, 'Approvals (3) · Tessera'],
  ['Approvals (3) · Tessera', 0, 'Approvals · Tessera'],
  ['Users · Tessera', 1, '(1) Users · Tessera'],
  ['(1) Users · Tessera', 12, '(12) Users · Tessera'],
  ['(12) Users · Tessera', 0, 'Users · Tessera'],
])('%s with %d waiting is %s', (title, waiting, expected) => {
  expect(titleWith(title, waiting)).toBe(expected);
});
