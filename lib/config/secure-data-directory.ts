import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError, hasCode } from './configuration-error';
const EVERYBODY_ELSE = 0o077;

/** Makes a data directory when there is none, for its owner alone. @throws ConfigurationError when it is somebody else's */
export function openDataDirectory(directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  // Followed where it is a link, as what is in it is not.
  tighten(directory, statSync(directory));
}

/**
 * Takes from all other users what they may do in a directory and below: password hashes and keys are in there.
 * @throws ConfigurationError when something belongs to another user, or its file system keeps no permissions
 */
export function tightenDirectory(directory: string): void {
  if (!existsSync(directory)) return;
  for (const entry of readdirSync(directory, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    try {
      const status = lstatSync(path);
      if (!status.isSymbolicLink()) tighten(path, status);
    } catch (error) {
      // Files of a database come and go.
      if (!hasCode(error, 'ENOENT')) throw error;
    }
  }
}

function tighten(path: string, status: Stats): void {
  // Windows has other permissions than these.
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
