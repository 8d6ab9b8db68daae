import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../../support/repository';

/** What a statement that begins with SELECT can change all the same, but for news, which may come twice. */
const WRITES = /\b(?:nextval|setval|set_config|lo_\w+|pg_try_advisory_lock|pg_terminate_backend)\s*\(/i;

test('threat: done twice — no statement that is repeated after a lost connection changes anything', () => {
  const folder = join(repository, 'lib');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.startsWith('generated'),
  );
  const reads = files.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/`\s*(SELECT\b[^`]*)`/gi)].map(([, statement = '']) => ({
      name,
      statement,
    })),
  );
  expect(reads.length).toBeGreaterThan(25);
  expect(reads.filter(({ statement }) => WRITES.test(statement))).toEqual([]);
});
