import { readFileSync } from 'node:fs';
import { filesContaining } from './files-containing';

/** The name of each job as its `runEvery` has it: a word, or one with a `${…}` in it. */
export function jobNames(): string[] {
  const sources = filesContaining('lib', 'runEvery(').filter((file) => file.endsWith('.ts'));
  const calls = sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?<!function )\brunEvery\(\s*([^,]*),/g)].map(([, name = '']) => name),
  );
  const other = calls.filter((name) => !/^(['`]).+\1$/.test(name));
  if (other.length > 0) throw new TypeError(`a job is named by no literal: ${other.join(', ')}`);
  return calls.map((name) => name.slice(1, -1));
}
