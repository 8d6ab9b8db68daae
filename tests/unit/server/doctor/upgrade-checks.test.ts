import { expect, it } from 'vitest';
import type { MigrationConnection } from '@/lib/database/migration-connection';
import { backupFinding, nodeFinding } from '@/lib/server/doctor/upgrade/place-checks';
import { versionFinding } from '@/lib/server/doctor/upgrade/version-check';

/** A database that a version has served last. */
const servedBy = (version: string | null): MigrationConnection => ({
  exec: async () => {},
  query: async <Row>(sql: string) =>
    (sql.includes('to_regclass') ? [{ isThere: true }] : version === null ? [] : [{ version }]) as Row[],
});

it.each([
  ['20.19.0', 'ok'],
  ['20.18.3', 'failed'],
  ['21.7.0', 'failed'],
  ['22.11.0', 'failed'],
  ['22.12.0', 'ok'],
  ['24.1.0', 'ok'],
])('Node.js %s is %s for the range of package.json', (version, verdict) => {
  expect(nodeFinding(version, '>=20.19 <21 || >=22.12').verdict).toBe(verdict);
});

it('the range of this repository takes the Node.js that runs the tests', () => {
  expect(nodeFinding().verdict).toBe('ok');
});

it.each([
  [null, '0.2.0', 'ok', 'first that notes itself'],
  ['0.2.0', '0.2.0', 'ok', '0.2.0 stays'],
  ['0.2.0', '0.2.3', 'ok', '0.2.0 served last, 0.2.3 is next'],
  ['0.9.1', '0.10.0', 'ok', '0.9.1 served last, 0.10.0 is next'],
  ['0.2.0', '0.4.0', 'warning', 'left out in between'],
  ['0.9.0', '1.0.0', 'ok', '0.9.0 served last, 1.0.0 is next'],
  ['0.9.0', '1.1.0', 'warning', 'left out in between'],
  ['1.0.0', '0.9.3', 'ok', 'a roll-back by one release'],
  ['0.3.0', '0.2.1', 'ok', 'a roll-back by one release'],
  ['0.3.2', '0.3.1', 'ok', 'a roll-back by one release'],
  ['0.4.0', '0.2.1', 'warning', 'further back'],
])('where %s served last, the way to %s is %s', async (last, version, verdict, words) => {
  const finding = await versionFinding(servedBy(last), version);
  expect(finding).toMatchObject({ verdict, words: expect.stringContaining(words) });
});

it.each([
  ['embedded', null, 'warning'],
  ['embedded', '2026-11-30T01:00:00Z', 'ok'],
  ['embedded', '2026-11-28T01:00:00Z', 'warning'],
  ['postgresql', null, 'skipped'],
] as const)('a backup of the %s database that was made at %s is %s', (kind, madeAt, verdict) => {
  const finding = backupFinding(kind, madeAt === null ? null : new Date(madeAt), new Date('2026-11-30T12:00:00Z'));
  expect(finding.verdict).toBe(verdict);
});
