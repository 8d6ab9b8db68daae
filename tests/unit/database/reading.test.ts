import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repository } from '../../support/repository';

const folder = join(repository, 'lib', 'database');

/** Statements by hand, as they are written, and whether they say that they only read. */
const statements = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) =>
    [
      ...readFileSync(join(folder, file), 'utf8').matchAll(
        /(reading\(\s*\(\) =>\s*)?[\w.#$]*(?:(?<!Prisma\.)\bsql|#sql|\$queryRaw)(\.read)?(?:<[^`;]*>)?`((?:\$\{[^}]*\}|[^`])*)`/g,
      ),
    ].map(([, wrapped, read, text = '']) => ({
      file,
      saysReading: (wrapped ?? read) !== undefined,
      text: text.trim(),
    })),
  );

const WRITES =
  /\b(?:INSERT|UPDATE|DELETE|FOR (?:UPDATE|SHARE)|nextval|setval|pg_notify|pg_advisory\w*|append_events\w*)\b/;

it('threat: done twice: no statement that says it reads, and is repeated when its connection is lost, writes', () => {
  const reads = statements.filter(({ saysReading }) => saysReading);
  expect(reads.length).toBeGreaterThan(30);
  expect(reads.filter(({ text }) => WRITES.test(text))).toEqual([]);
});

it('every statement of a store that only reads says so, so that a page survives a restart of the database', () => {
  const silent = statements.filter(
    ({ file, saysReading, text }) =>
      file.startsWith('tables') && !saysReading && /^SELECT\b/.test(text) && !WRITES.test(text),
  );
  expect(silent.map(({ file, text }) => `${file}: ${text.slice(0, 80)}`)).toEqual([]);
});
