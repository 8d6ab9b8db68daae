import { parseJsonObject } from '../../shared/json-object';
import { isCallNamed, type LoggedCall } from './call';

/** The expected properties of a call. Omitted ones may have any value. */
export type Expectation = {
  /** How many calls are; at least one unless given. */
  times?: number;
  /** Origin of the server that was asked. */
  url?: string;
  /** HTTP status of the answer; null for none. */
  status?: number | null;
  /** What spoiled the answer; null for nothing. */
  fault?: LoggedCall['fault'];
  /** A pattern of the text; or members of the JSON, each a value or a pattern of it. */
  body?: RegExp | Readonly<Record<string, unknown>>;
};

/** Calls that nearly matched, in an error. */
const MOST_MISSES = 5;

export function isAsExpected(call: LoggedCall, expected: Expectation): boolean {
  return differences(call, expected).length === 0;
}

/** The expectation, its result, and the nearest calls. */
export function explainMisses(
  name: string,
  expected: Expectation,
  count: number,
  calls: readonly LoggedCall[],
): string {
  const { times } = expected;
  const wanted = times === undefined ? 'at least one call' : `${times} call${times === 1 ? '' : 's'}`;
  const head = `expected ${wanted} of ${name}, and ${count} arrived as expected`;
  const named = calls.filter((call) => isCallNamed(call.name, name));
  if (named.length === 0) {
    const names = [...new Set(calls.map((call) => call.name))].toSorted(
      (one, other) => distance(one, name) - distance(other, name),
    );
    return `${head}. ${names.length === 0 ? 'No call arrived at all' : `None of that name arrived; the nearest of what did: ${names.slice(0, MOST_MISSES).join(', ')}`}.`;
  }
  const misses = named
    .map((call) => ({ call, differs: differences(call, expected) }))
    .filter(({ differs }) => differs.length > 0)
    .toSorted((one, other) => one.differs.length - other.differs.length)
    .slice(0, MOST_MISSES)
    .map(({ call, differs }) => `  ${call.name} at ${call.at.toISOString()}: ${differs.join('; ')}`);
  return [`${head}.`, ...(misses.length > 0 ? ['Nearest:', ...misses] : [])].join('\n');
}

function differences(call: LoggedCall, { url, status, fault, body }: Expectation): string[] {
  const members = { url, status, fault } as const;
  const differs = Object.entries(members).flatMap(([name, wanted]) =>
    wanted === undefined ? [] : compare(name, call[name as keyof typeof members], wanted),
  );
  if (body === undefined) return differs;
  return [...differs, ...compare('body', body instanceof RegExp ? call.body : parseJsonObject(call.body), body)];
}

function compare(path: string, actual: unknown, wanted: unknown): string[] {
  if (wanted instanceof RegExp)
    return (typeof actual === 'string' || typeof actual === 'number') && wanted.test(String(actual))
      ? []
      : [`${path} is ${inWords(actual)}, which ${String(wanted)} does not match`];
  if (typeof wanted === 'object' && wanted !== null) {
    if (typeof actual !== 'object' || actual === null) return [`${path} is ${inWords(actual)}, not ${inWords(wanted)}`];
    return Object.entries(wanted).flatMap(([key, inner]) =>
      compare(`${path}.${key}`, (actual as Record<string, unknown>)[key], inner),
    );
  }
  return Object.is(actual, wanted) ? [] : [`${path} is ${inWords(actual)}, not ${inWords(wanted)}`];
}

function inWords(value: unknown): string {
  return (JSON.stringify(value) ?? 'missing').slice(0, 200);
}

/** Single letters to change (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let index = 1; index <= one.length; index++) {
    const next = [index];
    for (let column = 1; column <= other.length; column++) {
      const replaced = (row[column - 1] ?? 0) + (one[index - 1] === other[column - 1] ? 0 : 1);
      next.push(Math.min((next[column - 1] ?? 0) + 1, (row[column] ?? 0) + 1, replaced));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
