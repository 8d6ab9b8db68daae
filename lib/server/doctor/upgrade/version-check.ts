import type { MigrationConnection } from '../../../database/migration-connection';
import { findLastVersion } from '../../../database/site-versions';
import { VERSION } from '../../../shared/version';
import { ok, warning, type Finding } from '../finding';

/** From which version to which one. @param version that is about to be installed */
export async function versionFinding(connection: MigrationConnection, version = VERSION): Promise<Finding> {
  const last = await findLastVersion(connection);
  if (last === null) return ok(`${version} is the first that notes itself in this database`);
  const words = `${last} served last, ${version} is next`;
  const [distance, isBack] = [minorsBetween(last, version), isOlder(version, last)];
  if (isBack && (distance === null || distance > 1))
    return warning(`${words}, further back than one release`, 'Restore the backup that this version has made.');
  if (distance === null || distance > 1)
    return warning(
      `${words}, and releases are left out in between`,
      'Stop every process first: only releases that follow one another run side by side.',
    );
  if (isBack) return ok(`${words}: a roll-back by one release`);
  return ok(distance === 0 && last === version ? `${version} stays` : words);
}

/**
 * How many minor versions lie between two; null where nobody can tell. The first of a major version is taken to follow whichever was
 * the last of the one before.
 */
function minorsBetween(left: string, right: string): number | null {
  const [older, newer] = isOlder(left, right) ? [left, right] : [right, left];
  const [[olderMajor = 0, olderMinor = 0], [newerMajor = 0, newerMinor = 0]] = [
    numbersOf(older),
    numbersOf(newer),
  ] as const;
  if (olderMajor === newerMajor) return newerMinor - olderMinor;
  return newerMajor === olderMajor + 1 && newerMinor === 0 ? 1 : null;
}

function isOlder(left: string, right: string): boolean {
  const [ours, theirs] = [numbersOf(left), numbersOf(right)];
  const index = ours.findIndex((number, place) => number !== theirs[place]);
  return index !== -1 && (ours[index] ?? 0) < (theirs[index] ?? 0);
}

function numbersOf(version: string): number[] {
  return version.split('.').map(Number);
}
