import { expect, it } from 'vitest';
import { proseFrom } from '@/lib/server/observability/logger';

const line = (more: object) => JSON.stringify({ level: 40, time: '2026-11-26T20:14:07.123Z', ...more });

it('a terminal gets a sentence in place of a JSON line, with the reason where there is one', () => {
  expect(proseFrom(line({ msg: 'started', level: 30 }))).toBe('20:14:07 info: started\n');
  expect(proseFrom(line({ msg: 'it failed', err: { message: 'ECONNREFUSED', advice: 'Start it' } }))).toBe(
    '20:14:07 warn: it failed (ECONNREFUSED. Start it)\n',
  );
});
