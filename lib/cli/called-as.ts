import { basename } from 'node:path';

/**
 * How a program of this folder was called, for its own messages.
 * @param script that Node.js runs
 * @returns `npm run phone --`, or `npx --no-install tessera phone` in a project that has the package
 */
export function calledAs(program: string, script = process.argv[1] ?? ''): string {
  return basename(script, '.mjs') === 'tessera' ? `npx --no-install tessera ${program}` : `npm run ${program} --`;
}
