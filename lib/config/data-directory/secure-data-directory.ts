import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  statSync,
  type Stats,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigurationError, hasCode } from '../configuration-error';
const EVERYBODY_ELSE = 0o077;

/**
 * Creates a data directory if there is none, for its owner only. @throws ConfigurationError when another user owns it
 */
export function openDataDirectory(directory: string): void {
  makePrivateFolder(directory);
  // Links are followed for the directory itself, but not inside it.
  tighten(directory, statSync(directory));
}

/** Makes a folder and its parents, for its owner only. */
export function makePrivateFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    // What Node.js says of a file system that is read-only: the one above says why.
    if (hasCode(error, 'ENOENT')) accessSync(nearestThere(folder), constants.W_OK);
    throw error;
  }
}

function nearestThere(folder: string): string {
  return existsSync(folder) ? folder : nearestThere(dirname(folder));
}

/**
 * Revokes all permissions of other users on a directory and everything in it, because it contains password hashes and
 * keys.
 * @throws ConfigurationError when another user owns a part, or the file system keeps no permissions
 */
export function tightenDirectory(directory: string): void {
  if (!existsSync(directory)) return;
  for (const entry of readdirSync(directory, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    try {
      const status = lstatSync(path);
      if (!status.isSymbolicLink()) tighten(path, status);
    } catch (error) {
      // The database's files come and go.
      if (!hasCode(error, 'ENOENT')) throw error;
    }
  }
}

function tighten(path: string, status: Stats): void {
  // Windows has no such permissions.
  if (process.getuid === undefined) return;
  if (status.uid !== process.getuid())
    throw new ConfigurationError([
      `${path} belongs to another user (number ${status.uid}), who can read the secrets in it; make the user that runs Tessera (number ${process.getuid()}) its owner`,
    ]);
  if ((status.mode & EVERYBODY_ELSE) === 0) return;
  chmodSync(path, status.mode & 0o700);
  if ((statSync(path).mode & EVERYBODY_ELSE) !== 0)
    throw new ConfigurationError([
      `${path} can be used by other users, and its file system does not let that be changed; set TESSERA_DATA_DIR to a directory on another one`,
    ]);
}
