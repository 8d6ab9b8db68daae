import { expect, it } from 'vitest';
import { doctorLine } from '@/lib/cli/doctor-line';

const SECRET = 'a+b(c)\\d/$1';

it('leaves a secret out that stands in what somebody else has told, and in the advice', () => {
  const finding = { verdict: 'failed', words: `told "${SECRET}"`, fix: `not ${SECRET}.` } as const;
  expect(doctorLine('log-on', finding, [SECRET])).toBe('  failed   log-on: told "…"\n           not ….');
});

it('does not give a short secret away by what is missing from its own words', () => {
  expect(doctorLine('answer', { verdict: 'ok', words: 'of type text/xml' }, ['x', ''])).toBe(
    '  ok       answer: of type text/xml',
  );
});
