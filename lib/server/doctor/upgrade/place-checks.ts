import { existsSync, readdirSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SettingWarning } from '../../../config/environment/setting-warnings';
import { productFolder } from '../../../config/product-folder';
import { DAY, HOUR } from '../../../shared/time/duration';
import { failed, ok, skipped, warning, type Finding } from '../finding';

const MEGABYTE = 2 ** 20;

/** @param version of Node.js, `<major>.<minor>.<patch>` @param range as `engines` of package.json has it */
export function nodeFinding(version = process.versions.node, range = ownRange()): Finding {
  if (range === null || isIn(version, range)) return ok(`${version} runs this version`);
  return failed(`${version} does not run this version`, `Install Node.js ${range}.`);
}

/** A package has the site in a folder of its own, below its own `package.json`. */
function ownRange(): string | null {
  const folder = productFolder();
  const file = [folder, dirname(folder)].map((place) => join(place, 'package.json')).find((path) => existsSync(path));
  if (file === undefined) return null;
  const { engines }: { engines?: { node?: string } } = JSON.parse(readFileSync(file, 'utf8'));
  return engines?.node ?? null;
}

/** Of a range only what ours has: `>=a.b <c || >=d`. */
function isIn(version: string, range: string): boolean {
  return range.split('||').some((alternative) =>
    alternative
      .trim()
      .split(/\s+/)
      .every((bound) => {
        const [, sign = '', limit = ''] = /^(>=|<)([\d.]+)$/.exec(bound) ?? [];
        return sign === '>=' ? rank(version) >= rank(limit) : sign === '<' && rank(version) < rank(limit);
      }),
  );
}

/** Sorts versions. */
function rank(version: string): number {
  return version.split('.').reduce((sum, number, place) => sum + Number(number) / 1_000 ** place, 0);
}

/** @param warnings of the settings, each of which has a line of its own */
export function settingFindings(warnings: readonly SettingWarning[]): Finding[] {
  if (warnings.length === 0) return [ok('this version takes all of them')];
  return warnings.map(({ words, fix }) => warning(words, fix));
}

/** @param dataDirectory of an embedded database, of which a backup and a migration take a copy each */
export function roomFinding(dataDirectory: string): Finding {
  const { bavail, bsize } = statfsSync(dataDirectory);
  const [free, needed] = [bavail * bsize, 2 * sizeOf(dataDirectory)];
  const words = `${Math.floor(free / MEGABYTE)} MB free, ${Math.ceil(needed / MEGABYTE)} MB needed for a backup and for what is written anew`;
  return free >= needed ? ok(words) : failed(words, 'Make room on the disk of the data directory first.');
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => statSync(join(folder, path), { throwIfNoEntry: false }))
    .reduce((sum, entry) => sum + (entry?.isFile() ? entry.size : 0), 0);
}

/** @param madeAt of the backup that was named; null where none was */
export function backupFinding(kind: 'embedded' | 'postgresql', madeAt: Date | null, now: Date): Finding {
  if (kind === 'postgresql') return skipped('PostgreSQL is backed up with its own tools: pg_dump before you go on');
  if (!madeAt)
    return warning('none was named', 'Make one with "tessera backup <folder>", and name it: --backup <folder>');
  const hours = Math.floor((now.getTime() - madeAt.getTime()) / HOUR);
  const words = `whole, and ${hours} ${hours === 1 ? 'hour' : 'hours'} old`;
  return now.getTime() - madeAt.getTime() <= DAY ? ok(words) : warning(words, 'Make a new one.');
}
