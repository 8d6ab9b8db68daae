import { constants, readdirSync, rmSync } from 'node:fs';
import { copyFile, mkdir, readdir, rm, stat, statfs } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { ConfigurationError } from '../../config/configuration-error';
import { DATABASE_FOLDER } from '../../config/data-directory/stored-secrets';

const COPY = `${DATABASE_FOLDER}.copy-`;

/** Left on the disk beside the copy, for what the site writes meanwhile. */
const SPARE_BYTES = 64 * 2 ** 20;

/** More at a time gain nothing: Node.js has four threads for files. */
const AT_ONCE = 4;

/** Where to copy the files of a database to: on its disk, which keeps the pause short, and some disks copy nothing at all then. */
export function copyFolder(dataDirectory: string): string {
  return join(dataDirectory, `${COPY}${randomUUID()}`);
}

/** Removes the copies of a process that was killed. */
export function removeCopies(dataDirectory: string): void {
  for (const name of readdirSync(dataDirectory))
    if (name.startsWith(COPY)) rmSync(join(dataDirectory, name), { recursive: true, force: true });
}

/**
 * Copies a folder of files. They are no links, because PostgreSQL changes its files in place.
 * @param target must not exist
 * @param pause runs the copying while nobody writes to the files
 * @throws ConfigurationError when there is no room
 */
export async function copyFiles(
  source: string,
  target: string,
  pause: (work: () => Promise<void>) => Promise<void>,
): Promise<void> {
  await requireRoom(source);
  try {
    await pause(() => copyAll(source, target));
  } catch (error) {
    await rm(target, { recursive: true, force: true });
    throw error;
  }
}

async function copyAll(source: string, target: string): Promise<void> {
  const entries = await readdir(source, { withFileTypes: true, recursive: true });
  const namesOf = (some: typeof entries) =>
    some.map(({ parentPath, name }) => join(parentPath, name).slice(source.length + 1));
  const folders = namesOf(entries.filter((entry) => entry.isDirectory()));
  const files = namesOf(entries.filter((entry) => entry.isFile()));
  await mkdir(target, { mode: 0o700 });
  for (const folder of folders) await mkdir(join(target, folder), { recursive: true, mode: 0o700 });
  const waiting = files.values();
  const work = async () => {
    for (const file of waiting)
      await copyFile(join(source, file), join(target, file), constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
  };
  const workers = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  for (const worker of workers) if (worker.status === 'rejected') throw worker.reason;
}

async function requireRoom(source: string): Promise<void> {
  const needed = SPARE_BYTES + (await sizeOfFolder(source));
  const { bavail, bsize } = await statfs(source);
  if (bavail * bsize >= needed) return;
  const [free, room] = [bavail * bsize, needed].map((bytes) => Math.ceil(bytes / 2 ** 20));
  throw new ConfigurationError([
    `the disk of ${dirname(source)} has no room for a copy of ${basename(source)}: ${room} MB are needed, and ${free} MB are free`,
  ]);
}

/** @returns the bytes of all files in a folder, some of which may go meanwhile */
export async function sizeOfFolder(folder: string): Promise<number> {
  let size = 0;
  for (const name of await readdir(folder, { recursive: true })) {
    const entry = await stat(join(folder, name)).catch(() => null);
    if (entry?.isFile()) size += entry.size;
  }
  return size;
}
