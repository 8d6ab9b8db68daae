import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../repository';
import { buildCopy, linkPackages, runIn } from './copied-build';

/** The release before, built of its own sources: beside the build that is tested, on the same disk. */
export const PREVIOUS_RELEASE = join(repository, '.previous-release');

/** Names its commit; each release writes its own here when the next one begins. */
const COMMIT_FILE = join(repository, 'tests', 'vectors', 'previous-release.txt');

/** Written last, so that a build that was interrupted counts as none. */
const STAMP = join(PREVIOUS_RELEASE, 'of-commit');

const LOCK = 'package-lock.json';

/** An archive of all of it is some tens of megabytes. */
const MOST_BYTES = 2 ** 30;

/**
 * Builds it: minutes at first, and nothing as long as its commit stays.
 * @throws Error when the clone is too shallow to have the commit
 */
export async function makePreviousRelease(): Promise<void> {
  const commit = readFileSync(COMMIT_FILE, 'utf8').trim();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === commit) return;
  const archive = archiveOf(commit);
  rmSync(PREVIOUS_RELEASE, { recursive: true, force: true });
  // A repository of its own to what looks for one, such as for the files that it ignores.
  mkdirSync(join(PREVIOUS_RELEASE, '.git'), { recursive: true });
  execFileSync('tar', ['--extract', '--file=-'], { cwd: PREVIOUS_RELEASE, input: archive });
  const [lock, ownLock] = [PREVIOUS_RELEASE, repository].map((folder) => readFileSync(join(folder, LOCK), 'utf8'));
  if (lock === ownLock) await linkPackages(PREVIOUS_RELEASE);
  // With what it is built by, which `NODE_ENV` would leave out.
  else await runIn(PREVIOUS_RELEASE, 'npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--prefer-offline']);
  const configuration = join(PREVIOUS_RELEASE, 'next.config.js');
  // The folder of one project is in that of another.
  const own = 'const nextConfig = { turbopack: { root: import.meta.dirname },';
  writeFileSync(configuration, readFileSync(configuration, 'utf8').replace('const nextConfig = {', own));
  await buildCopy(PREVIOUS_RELEASE);
  writeFileSync(STAMP, commit);
}

function archiveOf(commit: string): Buffer {
  try {
    return execFileSync('git', ['archive', commit], { cwd: repository, maxBuffer: MOST_BYTES, stdio: 'pipe' });
  } catch (cause) {
    throw new Error(`this clone has no commit ${commit}, the release before: git fetch --unshallow`, { cause });
  }
}
