import { expect } from '@playwright/test';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isCurrent, PROGRAMS_STAMP, SITE_STAMP } from '@/lib/cli/build-stamp.mjs';
import { HANG_MS } from '@/lib/kit/poll';
import { test } from '../fixtures/test';
import { repository } from '../../support/repository';
import { buildCopy, copySources } from '../../support/servers/copied-build';
import { DIFFERENCES } from './build-differences';

test(
  'two builds of one commit, in two folders, are the same files but for those that are named',
  { tag: '@all' },
  async () => {
    test.setTimeout(10 * HANG_MS);
    expect(isCurrent(repository, SITE_STAMP, PROGRAMS_STAMP)).toBe(true);
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tessera-rebuilt-')));
    try {
      await copySources(folder);
      await buildCopy(folder);
      const unlike = differingFiles(repository, folder);
      const named = DIFFERENCES.map(({ files }) => files);
      expect(unlike.filter((path) => !named.some((files) => files.test(path)))).toEqual([]);
      const rest = differingFiles(repository, folder, leaveOut);
      expect(rest.filter((path) => !wholly.some(({ files }) => files.test(path)))).toEqual([]);
      await test.step('nothing is named that does not differ', () => {
        expect(named.filter((files) => !unlike.some((path) => files.test(path)))).toEqual([]);
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

const wholly = DIFFERENCES.filter(({ without }) => without === undefined);

type Read = (path: string, bytes: Buffer, root: string) => Buffer | string;

const leaveOut: Read = (path, bytes, root) =>
  DIFFERENCES.find(({ files }) => files.test(path))?.without?.(bytes.toString(), root) ?? bytes;

/** Paths below `.next` of files that are in one build alone, or of other bytes there. */
function differingFiles(one: string, other: string, read: Read = (_path, bytes) => bytes): string[] {
  // Without the slash at the end, as Next.js writes them.
  const roots = [resolve(one), resolve(other)];
  const builds = roots.map((root) => filesBelow(join(root, '.next')));
  const paths = [...new Set(builds.flat())];
  return paths.toSorted().filter((path) => {
    if (!roots.every((root) => existsSync(join(root, '.next', path)))) return true;
    const [first, second] = roots.map((root) => read(path, readFileSync(join(root, '.next', path)), root));
    return Buffer.compare(Buffer.from(first ?? ''), Buffer.from(second ?? '')) !== 0;
  });
}

/** Without those that neither a start nor a program reads: of the development server, and of the types that it checks. */
function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !/^(?:dev|types)\//.test(path));
}
