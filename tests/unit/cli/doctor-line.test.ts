import { expect, it } from 'vitest';
import { doctorLine } from '@/lib/cli/doctor/doctor-line';

const SECRET = 'a+b(c)\\d/$1';

it('a secret is left out of quoted replies and of advice', () => {
  const finding = { verdict: 'failed', words: `told "${SECRET}"`, fix: `not ${SECRET}.` } as const;
  expect(doctorLine('log-on', finding, [SECRET])).toBe('  failed   log-on: told "…"\n           not ….');
});

it('a short secret is not given away by its absence from the doctor’s own words', () => {
  expect(doctorLine('answer', { verdict: 'ok', words: 'of type text/xml' }, ['x', ''])).toBe(
    '  ok       answer: of type text/xml',
  );
});
