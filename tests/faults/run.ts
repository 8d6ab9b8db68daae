/**
 * Makes the fault matrix: every call by everything that can go wrong with it, with real pages and phones, and publishes it
 * below `public/docs`, beside the parts that are not made (`PARTS` names them). Ends with an error when a later try does not end well.
 *
 *     npm run faults [-- --parts onespan-server-adapters,onespan-cloud-adapters]
 */
import { parseArgs } from 'node:util';
import { SECOND } from '@/lib/shared/time/duration';
import { DOES_NOT_END_WELL } from './cell';
import { PARTS } from './parts';
import { publish, readMatrix, type Matrix } from './published';

const { values } = parseArgs({ options: { parts: { type: 'string', default: Object.keys(PARTS).join(',') } } });

const made: Matrix = {};
for (const name of values.parts.split(',')) {
  const part = PARTS[name];
  if (!part) throw new RangeError(`there is no part ${name}`);
  const startedAt = performance.now();
  const cells = await part.run();
  const failed = cells.filter(({ later }) => later.startsWith(DOES_NOT_END_WELL));
  const seconds = Math.round((performance.now() - startedAt) / SECOND);
  console.log(`${name}: ${cells.length} cells in ${seconds} s, ${failed.length} of them do not end well`);
  for (const { call, fault, later } of failed) console.log(`  ${call} · ${fault} · ${later}`);
  if (failed.length > 0) process.exitCode = 1;
  made[name] = cells;
}
// At the end, because the site is built from this folder too.
publish({ ...readMatrix(), ...made });
