import { expect, it } from 'vitest';
import { formatTime } from '@/components/ui/time';

it('writes a moment the same way wherever it is written', () => {
  expect(formatTime('2026-11-24T23:21:09.000Z')).toBe('24 Nov 2026, 23:21 UTC');
  expect(formatTime('2027-01-05T00:04:00.000Z')).toBe('5 Jan 2027, 00:04 UTC');
});
