import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openInstallation } from '../../server/composition/installation';
import type { Config } from '../../config/config';
import { ConfigurationError } from '../../config/configuration-error';
import { SECRETS_FILE } from '../../config/data-directory/stored-secrets';
import { refuseWrongKeys } from '../../database/embedded/backup-keys';
import { listBackups } from '../../database/embedded/daily-backups';
import { readBackup, restoreBackup } from '../../database/embedded/embedded-backup';
import { isolateSettings } from './isolate-settings';
import { tryRestored, type Outcome, type Say } from './try-restored';

/** @property folder of the backup; null for the newest of the schedule @property keys file of those kept apart; null for none */
export type NamedBackup = { folder: string | null; keys: string | null };

/**
 * Restores a backup of the embedded database into a folder of its own, tries the site there, and removes it.
 * @param givenKeys those of the environment; null for none
 * @throws ConfigurationError when there is no such backup, it is damaged, or the keys are others
 */
export async function drillBackup(
  config: Config,
  givenKeys: string | null,
  named: NamedBackup,
  say: Say,
): Promise<Outcome> {
  const folder = named.folder === null ? newestBackup(config) : resolve(named.folder);
  const backup = await readBackup(folder);
  const { signedAt, sequenceNumber } = backup.auditHead;
  say('ok', 'backup', `${folder} is whole, of ${signedAt}, ${sequenceNumber} audit records`);
  const scratch = mkdtempSync(join(tmpdir(), 'tessera-drill-'));
  const dataDirectory = join(scratch, 'data');
  try {
    mkdirSync(dataDirectory, { mode: 0o700 });
    const apart = keysApart(config, named, backup.secrets !== null);
    if (apart !== null) copyFileSync(apart, join(dataDirectory, SECRETS_FILE));
    const secrets = named.keys === null ? backup.secrets : null;
    refuseWrongKeys({ ...backup, secrets }, dataDirectory, named.keys === null ? givenKeys : null);
    say('ok', 'keys', 'those that the backup was made with');
    await restoreBackup({ ...backup, secrets }, dataDirectory);
    say('ok', 'restore', 'into a second place');
    isolateSettings(process.env, dataDirectory, named.keys !== null);
    const installation = await openInstallation((error) => console.error(error));
    try {
      return { works: await tryRestored(installation, backup.auditHead, say), until: new Date(signedAt) };
    } finally {
      await installation.close();
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function newestBackup({ backups }: Config): string {
  if (!backups) throw new ConfigurationError(['name a backup, or set TESSERA_BACKUP_DIR to the folder that has them']);
  const newest = listBackups(backups.folder).at(-1);
  if (!newest) throw new ConfigurationError([`${backups.folder} has no backup yet`]);
  return newest.path;
}

/** A file of keys beside the backup: the one that is named, or that of the data directory; null where neither is needed. */
function keysApart({ database }: Config, { keys }: NamedBackup, hasKeys: boolean): string | null {
  if (keys !== null) {
    if (!existsSync(keys)) throw new ConfigurationError([`there is no file ${keys}`]);
    return keys;
  }
  if (hasKeys || database.kind !== 'embedded') return null;
  const own = join(database.dataDirectory, SECRETS_FILE);
  return existsSync(own) ? own : null;
}
