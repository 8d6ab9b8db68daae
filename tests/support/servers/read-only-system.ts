import { spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';

/** `nobody`, whom every Linux has. */
const NOBODY = 65_534;

/** In a mount namespace of its own, where what lies below the root is read-only but for the folder `$0`. */
const READ_ONLY = 'mount --make-rprivate / && mount --bind "$0" "$0" && mount -o remount,bind,ro / && exec "$@"';

/**
 * What a command is put behind to run as a container without rights runs it: as another user, for whom the whole system is
 * read-only but for one folder, which is made theirs.
 * @returns null where this machine does not let us: only root can
 */
export function onReadOnlySystem(folder: string): string[] | null {
  if (process.getuid?.() !== 0) return null;
  const user = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--no-new-privs'];
  const before = ['unshare', '--mount', 'sh', '-c', READ_ONLY, folder, ...user];
  chownSync(folder, NOBODY, NOBODY);
  const [program = '', ...args] = before;
  const wrote = spawnSync(
    program,
    [...args, 'sh', '-c', 'touch "$1/here" && rm "$1/here" && ! touch "$1/../there"', 'sh', folder],
    { stdio: 'ignore' },
  );
  return wrote.status === 0 ? before : null;
}
