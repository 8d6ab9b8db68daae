import { expect, it } from 'vitest';
import { isContract, runsWithout } from '@/lib/database/migration-name';

it.each([
  ['20270301000000_new_table', '0.1.0', true],
  ['20270301000000_contract_0_2_names', '0.1.9', false],
  ['20270301000000_contract_0_2_names', '0.2.0', true],
  ['20270301000000_contract_0_2_names', '0.10.0', true],
  ['20270301000000_contract_1_0_names', '0.10.0', false],
  ['20270301000000_contract_0_9_names', '1.0.0', true],
  ['20270301000000_contract_names', '9.0.0', false],
])('a database with %s runs version %s, which lacks it: %s', (name, version, runs) => {
  expect(runsWithout(name, version)).toBe(runs);
});

it('a migration takes something away by its name alone, however it goes on', () => {
  expect(isContract('20270301000000_contract_0_2_names')).toBe(true);
  expect(isContract('20270301000000_contract')).toBe(true);
  expect(isContract('20270301000000_contracts')).toBe(false);
});
