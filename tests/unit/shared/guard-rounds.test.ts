import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repository } from '../../support/repository';

/** The runner's own, before any of the server's code is there. */
const BEFORE_THE_SERVER = 'cli/run.mjs';
const DECLARING = 'shared/async/guard-rounds.ts';

/** Programs and the phone, which are no server, and what stands in for one. */
const NO_SERVER = /^(?:kit|phone|generated)\//;

it('the server has no interval and no endless round that is not declared as a guard', () => {
  const folder = join(repository, 'lib');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(?:ts|tsx|mjs)$/.test(name) && !NO_SERVER.test(name),
  );
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  expect(files.filter((name) => read(name).includes('setInterval('))).toEqual([BEFORE_THE_SERVER, DECLARING]);
  // One round of another guard, in steps.
  const steps = 'audit/forwarding/forward-records.ts';
  const rounds = files
    .filter((name) => name !== steps)
    .filter((name) => /(?:while \(|; )!\w*signal\.aborted;?\)/.test(read(name)));
  expect(rounds).toContain('server/jobs/run-every.ts');
  expect(rounds.filter((name) => !read(name).includes('declareGuard('))).toEqual([]);
});
