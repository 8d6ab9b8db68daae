import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listMigrations, migrationsFolder } from '@/lib/database/migrate';
import { readEffects } from '@/lib/database/migration-effects';
import { isContract, runsWithout } from '@/lib/database/migration-name';
import { VERSION } from '@/lib/shared/version';

const FIRST_RELEASE = '20261129222000_first_release';

/** They check what versions of before 0.1.0 wrote, and no release lacks them. */
const BEFORE_ANY_RELEASE = new Set(['20261130022500_check_words', '20261130100000_safety_case']);

describe('the migrations since the first release', () => {
  const since = listMigrations(migrationsFolder()).filter((name) => name > FIRST_RELEASE);

  it.each(since.filter((name) => !isContract(name)))(
    '%s only adds, so that the release before runs beside it',
    (name) => {
      const { hindrances } = readEffects(readFileSync(join(migrationsFolder(), name, 'migration.sql'), 'utf8'));
      const hinders = expect.arrayContaining([expect.any(String)]);
      expect(hindrances).toEqual(BEFORE_ANY_RELEASE.has(name) ? hinders : []);
    },
  );

  it('each that takes away leaves what the release before reads', () => {
    expect(since.filter((name) => isTooSoon(name, VERSION))).toEqual([]);
  });

  it.each([
    ['20270301000000_contract_0_2_names', '0.2.0', true],
    ['20270301000000_contract_0_2_names', '0.3.0', false],
    ['20270301000000_contract_1_0_names', '1.0.0', true],
    ['20270301000000_contract_0_9_names', '1.0.0', false],
    ['20270301000000_contract_names', '1.0.0', true],
    ['20270301000000_names', '0.2.0', false],
  ])('%s in version %s comes too soon: %s', (name, version, isSoon) => {
    expect(isTooSoon(name, version)).toBe(isSoon);
  });
});

/** Whether a migration of a version takes away what the minor version before it reads, so that nothing could be rolled back. */
function isTooSoon(name: string, version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return !runsWithout(name, minor > 0 ? `${major}.${minor - 1}.0` : `${major - 1}.999.0`);
}

describe('a migration that does more than add', () => {
  it.each([
    ['a table less', 'DROP TABLE session'],
    ['a column less', 'ALTER TABLE session DROP COLUMN browser'],
    ['a column less, behind one more', 'ALTER TABLE session ADD COLUMN a text, DROP COLUMN browser'],
    ['another name of a table', 'ALTER TABLE session RENAME TO visit'],
    ['another name of a column', 'ALTER TABLE session RENAME COLUMN browser TO agent'],
    ['another type', 'ALTER TABLE session ALTER COLUMN browser TYPE varchar(20)'],
    ['no more nulls', 'ALTER TABLE session ALTER COLUMN browser SET NOT NULL'],
    ['nulls that nobody expects', 'ALTER TABLE session ALTER COLUMN domain DROP NOT NULL'],
    ['a column that has to be filled', 'ALTER TABLE session ADD COLUMN a text NOT NULL'],
    ['the same without the word', 'ALTER TABLE session ADD a text NOT NULL'],
    ['a column without duplicates', "ALTER TABLE session ADD COLUMN a text DEFAULT '' UNIQUE"],
    ['a check of an older column', "ALTER TABLE session ADD CONSTRAINT c CHECK (browser <> '')"],
    [
      'a check of a new column against an older one',
      "ALTER TABLE session ADD COLUMN a text; ALTER TABLE session ADD CONSTRAINT c CHECK (a IS NULL OR browser <> '')",
    ],
    ['a constraint less', 'ALTER TABLE session DROP CONSTRAINT session_pkey'],
    ['an older column without duplicates', 'CREATE UNIQUE INDEX i ON session (browser)'],
    [
      'the same in rows that older releases write, too',
      "ALTER TABLE session ADD COLUMN a text DEFAULT 'x'; CREATE UNIQUE INDEX i ON session (browser) WHERE (a = 'x')",
    ],
    [
      'the same in rows of more than a new value',
      "ALTER TABLE session ADD COLUMN a text DEFAULT 'x'; CREATE UNIQUE INDEX i ON session (browser) WHERE (a = 'y' OR id <> '')",
    ],
    [
      'a reference of an older column',
      'ALTER TABLE session ADD CONSTRAINT f FOREIGN KEY (domain) REFERENCES x (y) ON DELETE CASCADE',
    ],
    ['a row that cannot be deleted', 'CREATE TABLE a (s text REFERENCES session (id), t text)'],
    ['a trigger before a write', 'CREATE TRIGGER t BEFORE INSERT ON session FOR EACH ROW EXECUTE FUNCTION f()'],
    [
      'a trigger that refuses',
      "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$; CREATE TRIGGER t AFTER INSERT ON session FOR EACH ROW EXECUTE FUNCTION f()",
    ],
    ['a function that changes', 'CREATE OR REPLACE FUNCTION f() RETURNS trigger LANGUAGE sql AS $$ SELECT 1 $$'],
    ['rows less', 'DELETE FROM session'],
    ['rows that change', "UPDATE session SET browser = ''"],
    [
      'rows that change, behind a new column',
      "ALTER TABLE session ADD COLUMN a text; UPDATE session SET a = '', browser = ''",
    ],
    ['an index less', 'DROP INDEX session_expires_at_idx'],
    ['a statement behind a comment', '-- only adds;\nDROP TABLE session'],
    ['a statement behind a quoted separator', "COMMENT ON TABLE session IS 'a;b''c'; DROP TABLE session"],
    ['something unheard of', 'REINDEX TABLE session'],
  ])('%s is found', (_what, sql) => {
    expect(readEffects(sql).hindrances).toHaveLength(1);
  });
});

describe('a migration that only adds', () => {
  it.each([
    ['a column', 'ALTER TABLE "session" ADD COLUMN IF NOT EXISTS "a" text', []],
    [
      'a column with a default',
      "ALTER TABLE session ADD COLUMN a timestamptz NOT NULL DEFAULT now(), ADD COLUMN b text DEFAULT 'x, y'",
      [],
    ],
    [
      'a column with a default for each row',
      'ALTER TABLE session ADD COLUMN a uuid NOT NULL DEFAULT gen_random_uuid()',
      ['session'],
    ],
    [
      'a check of a new column',
      "ALTER TABLE session ADD COLUMN a text, ADD CONSTRAINT c CHECK (lower(a) IN ('browser'))",
      ['session'],
    ],
    [
      'an index without duplicates of rows with a new value',
      "ALTER TABLE session ADD COLUMN a text DEFAULT 'x'; CREATE UNIQUE INDEX i ON session (browser) WHERE (a = 'y' AND id <> '')",
      ['session'],
    ],
    ['an index', 'CREATE INDEX i ON session (browser)', ['session']],
    [
      'a new column that is filled',
      "ALTER TABLE session ADD COLUMN a text; UPDATE session SET a = 'DROP' WHERE id <> ''",
      ['session'],
    ],
    [
      'a table with all that belongs to it',
      "CREATE TABLE a (b text); CREATE UNIQUE INDEX i ON a (b); ALTER TABLE a ADD CONSTRAINT c CHECK (b <> ''); INSERT INTO a VALUES ('DROP TABLE session; ')",
      [],
    ],
    ['a table whose rows go with older ones', 'CREATE TABLE a (s text REFERENCES session (id) ON DELETE CASCADE)', []],
    [
      'a quoted body with separators',
      'CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN; DELETE FROM x; END $body$',
      [],
    ],
    ['words', "COMMENT ON TABLE session IS 'who is in; and since when'", []],
  ])('the reader finds that %s only adds, and whose writers wait for it', (_what, sql, slowTables) => {
    expect(readEffects(sql)).toEqual({ hindrances: [], slowTables });
  });
});
