import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/shared/time/duration';
import { repository } from './repository';

/** @property file below `lib` @property name one that is put together stands for all that it makes, such as `send-any` */
export type GuardDeclaration = { file: string; name: string; intervalMs: number };

/** What declares a guard, and which of its arguments is the interval. */
const INTERVAL_ARGUMENT = { runEvery: 2, guardEvery: 1, declareGuard: 1 } as const;
const DECLARATION = /\b(runEvery|guardEvery|declareGuard)\(/g;

/** Programs and the phone, which are no server, and what stands in for one. */
const NO_SERVER = /^(?:kit|phone|generated)\//;

/** A setting's longest: how often the end of the audit log is signed. */
const SETTINGS: Readonly<Record<string, number>> = { headIntervalMs: DAY };

const DURATIONS: Readonly<Record<string, number>> = { SECOND, MINUTE, HOUR, DAY };

/** Every guard that the server's code declares. @throws TypeError about one whose interval cannot be read */
export function declaredGuards(): GuardDeclaration[] {
  const folder = join(repository, 'lib');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !NO_SERVER.test(name))
    .toSorted();
  const sources = files.map((file) => readFileSync(join(folder, file), 'utf8'));
  const everything = sources.join('\n');
  return files.flatMap((file, index) => declarationsIn(file, sources[index] ?? '', everything));
}

/** @param everything sources of all files, for what is imported */
function declarationsIn(file: string, source: string, everything: string): GuardDeclaration[] {
  return [...source.matchAll(DECLARATION)].flatMap((call) => {
    const given = splitArguments(source.slice(call.index + call[0].length));
    const [, , written] = /^(['`])(.*)\1$/.exec(given[0] ?? '') ?? [];
    // A function that is handed the name.
    if (written === undefined) return [];
    const name = written.replaceAll(/\$\{.*?\}/g, 'any');
    const interval = given[INTERVAL_ARGUMENT[call[1] as keyof typeof INTERVAL_ARGUMENT]] ?? '';
    const intervalMs = valueOf(interval, `${source}\n${everything}`);
    if (!(intervalMs > 0))
      throw new TypeError(`the interval ${interval} of the guard ${name} in ${file} cannot be read`);
    return [{ file, name, intervalMs }];
  });
}

/** @param source from behind the parenthesis that begins them */
function splitArguments(source: string): string[] {
  const given = [''];
  let depth = 0;
  for (const letter of source) {
    if ('([{'.includes(letter)) depth += 1;
    if (')]}'.includes(letter)) depth -= 1;
    if (depth < 0) break;
    if (letter === ',' && depth === 0) given.push('');
    else given[given.length - 1] += letter;
  }
  return given.map((argument) => argument.trim());
}

/** Of numbers, durations, and names. @param source whose first definition of a name is taken */
function valueOf(expression: string, source: string): number {
  return expression.split('*').reduce((product, part) => product * factorOf(part.trim(), source), 1);
}

function factorOf(written: string, source: string): number {
  const number = Number(written.replaceAll('_', ''));
  if (written !== '' && !Number.isNaN(number)) return number;
  const known = DURATIONS[written] ?? SETTINGS[written];
  if (known !== undefined) return known;
  const [, definition] = new RegExp(`\\b${written} = ([\\w *]+)[,;\\n]`).exec(source) ?? [];
  return definition === undefined || written === '' ? Number.NaN : valueOf(definition, source);
}
