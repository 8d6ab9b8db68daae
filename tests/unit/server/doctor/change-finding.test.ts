import { expect, it } from 'vitest';
import { changeFinding } from '@/lib/server/doctor/change-checks';

it.each([
  ['judges the person', 'STAT_INVCREDENTIALS', 1_000, 'ok'],
  ['does not find the person', 'STAT_NOT_FOUND', -13, 'ok'],
  ['makes the change for nobody', 'STAT_SUCCESS', 0, 'failed'],
  ['lets nobody change it', 'STAT_PERMISSION', 1_005, 'warning'],
  ['misses a field', 'STAT_MISSINGFLD', -15, 'warning'],
  ['answers what nobody has documented', 'STAT_STRANGE', 987_654, 'warning'],
])('a server that %s', (_what, name, number, verdict) => {
  expect(changeFinding('updatePassword', { name, number, told: '' }, 'Mend it.').verdict).toBe(verdict);
});
