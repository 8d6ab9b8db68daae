import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isCallNamed } from '@/lib/kit/faults/call';
import { PHONE_CALLS } from '@/lib/kit/faults/phone-calls';
import { WIRE_CALLS } from '@/lib/kit/gateways/wire-calls';
import { PUSH_CALLS } from '@/lib/kit/push/push-service';
import { DOES_NOT_END_WELL } from '../../faults/cell';
import { readMatrix, renderMatrix } from '../../faults/published';
import { repository } from '../../support/repository';

const matrix = readMatrix();
const cells = Object.entries(matrix).flatMap(([part, list]) => list.map((cell) => ({ part, ...cell })));

describe('the fault matrix that is published', () => {
  test('the fault matrix has a cell for every call of its rows by every fault, each once', () => {
    expect(cells.length).toBeGreaterThanOrEqual(240);
    const names = cells.map(({ part, call, fault }) => `${part} ${call} ${fault}`);
    expect(new Set(names).size).toBe(names.length);
    for (const list of Object.values(matrix)) {
      const [calls, faults] = [new Set(list.map(({ call }) => call)), new Set(list.map(({ fault }) => fault))];
      expect(list).toHaveLength(calls.size * faults.size);
    }
  });

  test('the fault matrix has no cell in which a later try ends badly', () => {
    expect(cells.filter(({ later }) => later === '' || later.startsWith(DOES_NOT_END_WELL))).toEqual([]);
  });

  test('the fault matrix names only calls that are made', () => {
    const made = [...Object.values(WIRE_CALLS).flat(), ...PUSH_CALLS];
    const unknown = cells.filter(({ call }) => !made.some((name) => isCallNamed(name, call.replace(/^.*: /, ''))));
    expect(unknown.map(({ call }) => call)).toEqual([]);
  });

  test('the fault matrix has a row for every call of the phone, but for those that the browser of a link makes', () => {
    const rows = cells.map(({ call }) => call.replace(/^.*: /, ''));
    const missing = PHONE_CALLS.filter((name) => !rows.some((row) => isCallNamed(name, row)));
    expect(missing).toEqual(['authenticator/link-tickets', 'authenticator/opened-links']);
  });

  test('the fault matrix’s page shows what its data say', () => {
    const page = readFileSync(join(repository, 'public', 'docs', 'faults.html'), 'utf8');
    expect(page).toBe(renderMatrix(matrix));
  });
});
