import { expect, it } from 'vitest';
import { byNaturalOrder } from '@/lib/accounts/users/natural-order';

it('the natural order sorts numbers by value, and no two different names are equal', () => {
  const names = ['Smith 10', 'smith 2', 'Śmith 2', 'Smith 1', 'Adams 01', 'Adams 1'];
  expect(names.toSorted(byNaturalOrder)).toEqual(['Adams 01', 'Adams 1', 'Smith 1', 'smith 2', 'Śmith 2', 'Smith 10']);
  expect(byNaturalOrder('Adams 01', 'Adams 1')).not.toBe(0);
  expect(byNaturalOrder('a', 'a')).toBe(0);
});
