// @ts-check
// JavaScript, because it runs before anything has been built and with nothing installed that could compile it.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that what is built is made from, below the project's root. */
export const SOURCES = [
  'app',
  'components',
  'lib',
  'prisma',
  'public',
  'instrumentation-client.ts',
  'instrumentation.ts',
  'next.config.js',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Made from the others by the build itself. */
const GENERATED = join('lib', 'generated');

/** The parts of a build. Each ends with writing its stamp, so that one that was interrupted counts as none. */
export const SITE_STAMP = join('.next', 'tessera-build.json');
export const PROGRAMS_STAMP = join('.next', 'programs', 'tessera-build.json');

/** @typedef {{ sourceHash: string, readAt: number }} BuildStamp which sources were read for a build, and when */

/**
 * What the sources say: the same in every checkout of one commit.
 * @param {string} root @returns {BuildStamp}
 */
export function readSources(root) {
  const readAt = Date.now();
  const hash = createHash('sha256');
  for (const path of listSources(root)) {
    if (!statSync(join(root, path)).isFile()) continue;
    const digest = createHash('sha256')
      .update(readFileSync(join(root, path)))
      .digest('hex');
    hash.update(`${digest} ${path.replaceAll('\\', '/')}\n`);
  }
  return { sourceHash: hash.digest('hex'), readAt };
}

/**
 * Under its name when it is whole.
 * @param {string} root @param {string} file @param {BuildStamp} stamp
 */
export function writeStamp(root, file, stamp) {
  const path = join(root, file);
  writeFileSync(`${path}.new`, `${JSON.stringify(stamp)}\n`);
  renameSync(`${path}.new`, path);
}

/**
 * Whether parts of the build are there and made from the sources as they are. Where no sources are, there is nothing else
 * that they could be made from.
 * @param {string} root @param {string[]} files the parts' stamps
 */
export function isCurrent(root, ...files) {
  const stamps = files.map((file) => readStamp(join(root, file))).filter((stamp) => stamp !== null);
  if (stamps.length < files.length) return false;
  if (!existsSync(join(root, 'app'))) return true;
  // Times first, for which no file has to be read. A copied or checked-out tree has new times and the same contents.
  const changedAt = newestChange(root);
  const buildStamps = stamps.filter(({ readAt }) => changedAt > readAt);
  if (buildStamps.length === 0) return true;
  const { sourceHash } = readSources(root);
  return buildStamps.every((stamp) => stamp.sourceHash === sourceHash);
}

/** @param {string} path @returns {BuildStamp | null} */
function readStamp(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** A removed file shows in the time of its folder. @param {string} root @returns {number} milliseconds of the epoch */
function newestChange(root) {
  return Math.max(...listSources(root).map((path) => statSync(join(root, path)).mtimeMs));
}

/** @param {string} root @returns {string[]} files and folders, in an order that does not depend on the machine */
function listSources(root) {
  /** @type {string[]} */
  const found = [];
  /** @param {string} path */
  const visit = (path) => {
    found.push(path);
    const entries = readdirSync(join(root, path), { withFileTypes: true });
    for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
      const child = join(path, entry.name);
      if (child === GENERATED) continue;
      if (entry.isDirectory()) visit(child);
      else found.push(child);
    }
  };
  for (const source of SOURCES) {
    if (!existsSync(join(root, source))) continue;
    if (statSync(join(root, source)).isDirectory()) visit(source);
    else found.push(source);
  }
  return found;
}
