import { expect, it } from 'vitest';
import { limitWords } from '@/components/staff/helpdesk/reissue/reissue-words';

it.each([
  [{ used: 1, limit: 3 }, '1 of 3 used, 2 left'],
  [{ used: 3, limit: 3 }, '3 of 3 used. One has to be removed first.'],
  [{ used: 4, limit: 3 }, '4 of 3 used. 2 have to be removed first.'],
  [{ used: 1, limit: 1, ofKind: true }, '1 of 1 phones of this kind. One has to be removed first.'],
  [{ used: 2, limit: 1, ofKind: true }, '2 of 1 phones of this kind. 2 have to be removed first.'],
  [{ used: 2, limit: 0 }, '2 used, any number allowed'],
  [null, 'Unknown'],
  ['not-offered', 'Unknown, because the activation service has no such function'],
] as const)('a person’s page says of the limits %j: %s', (limits, words) => {
  expect(limitWords(limits)).toBe(words);
});
