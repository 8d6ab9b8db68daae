// @ts-check
// JavaScript, because `tessera.mjs` says it too, before anything that was built runs.
import { basename } from 'node:path';

/**
 * How a program of this folder was called, for its own messages.
 * @param {string} program @param {string} [script] that Node.js runs
 * @returns {string} `npm run phone --` in the repository; of the package `npx --no-install tessera phone` in a project that
 *   has it, and `tessera phone` where it is installed by itself
 */
export function calledAs(program, script = process.argv[1] ?? '') {
  // The script of a program with two words has a colon: `audit:verify`.
  if (basename(script, '.mjs') !== 'tessera') return `npm run ${program.replace('-', ':')} --`;
  const isInProject = /[\\/]node_modules[\\/]/.test(script);
  return `${isInProject ? 'npx --no-install tessera' : 'tessera'} ${program}`;
}
