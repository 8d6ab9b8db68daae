import { expect, it } from 'vitest';
import { componentFinding } from '@/lib/server/doctor/server-checks';
import type { Outcome } from '@/lib/gateways/onespan-server/soap/outcome';

const answer = (name: string, number: number, fields: Outcome['fields'] = {}): Outcome => ({
  status: { name, number, told: '' },
  fields,
  records: [],
});

const INVALID = answer('STAT_INVCREDENTIALS', 1_000);
const NOT_FOUND = answer('STAT_NOT_FOUND', -13);
const COMPONENT = answer('STAT_COMPONENT', -20);
const PROVED = answer('STAT_SUCCESS', 0);
const PUSHED = answer('STAT_SUCCESS', 0, { CREDFLD_STATUS_MESSAGE: 'password is wrong' });

it.each([
  ['judges the person, and refuses an unknown component otherwise', INVALID, COMPONENT, 'ok'],
  ['does not find the person, and refuses an unknown component otherwise', NOT_FOUND, COMPONENT, 'ok'],
  ['only seems to let the person in, and refuses an unknown component', PUSHED, COMPONENT, 'ok'],
  ['answers as for an unknown component', COMPONENT, COMPONENT, 'failed'],
  ['lets in whoever asks', PROVED, COMPONENT, 'failed'],
  ['lets in whoever asks, whatever asks for them', PROVED, PROVED, 'failed'],
  ['has one answer for whatever is wrong', INVALID, INVALID, 'skipped'],
  ['finds nothing, whatever was asked for', NOT_FOUND, NOT_FOUND, 'skipped'],
  ['answers what nobody has documented', answer('STAT_STRANGE', -99), COMPONENT, 'skipped'],
])('a server that %s', (_what, ours, nobodys, verdict) => {
  expect(componentFinding(ours, nobodys).verdict).toBe(verdict);
});
