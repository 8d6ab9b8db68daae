/** Which lines of Node.js Tessera runs on, and until when each of them is repaired. */

/**
 * The end-of-life date of each line that gets long-term support:
 * https://github.com/nodejs/Release/blob/main/schedule.json, read on 2026-11-30.
 */
const END_OF_LIFE: Readonly<Record<number, string>> = {
  20: '2026-04-30',
  22: '2027-04-30',
  24: '2028-04-30',
  26: '2029-04-30',
};

/** The site and its programs are tried on each of them: `tests/e2e/server/node-lines`. The rest of the tests run on 20. */
export const TESTED_LINES = [22, 24, 26] as const;

export const RECOMMENDED_LINE = 24;

/**
 * What an operator should know of the Node.js that runs Tessera.
 * @param version `process.versions.node`
 * @returns one sentence; null when there is nothing to say
 */
export function nodeAdvice(version: string, now: Date): string | null {
  const line = Number.parseInt(version, 10);
  const advice = `Tessera recommends Node.js ${RECOMMENDED_LINE}.`;
  const end = END_OF_LIFE[line];
  if (end === undefined) return `Tessera is not tested on Node.js ${version}; it may work. ${advice}`;
  if (now < new Date(end)) return null;
  return `Node.js ${version} has had no security fixes since ${end}; Tessera still runs on it. ${advice}`;
}
