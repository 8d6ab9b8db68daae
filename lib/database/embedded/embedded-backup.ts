import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseHead, type SignedHead } from '../../audit/audit-head';
import { ConfigurationError, fileProblem } from '../../config/configuration-error';
import { makePrivateFolder } from '../../config/data-directory/secure-data-directory';
import { DATABASE_FOLDER, SECRETS_FILE } from '../../config/data-directory/stored-secrets';
import { parseJsonObject } from '../../shared/json-object';
import { syncDirectory } from './durable-files';
import { copyFolder } from './copy-files';
import { hashFile, packFolder, unpackArchive } from './tar-archive';
import type { Database } from '../database';
import { listMigrations, migrationsFolder, refuseNewer } from '../migrate';
const ARCHIVE = 'database.tar.gz';
const MANIFEST = 'backup.json';

/**
 * @property hashes SHA-256 of the files, in hexadecimal @property migrations of the database @property auditHead end of
 * the audit log
 */
type Manifest = { madeAt: string; hashes: Record<string, string>; migrations: string[]; auditHead: SignedHead };

const manifestSchema = z.object({
  madeAt: z.string(),
  hashes: z.record(z.string(), z.string()),
  migrations: z.array(z.string()),
});

/** Where a backup goes. @property withKeys whether the secrets of the data directory are beside the database */
export type BackupPlace = { folder: string; withKeys: boolean };

/** A backup whose files were verified. @property archive its file @property auditHead end of the audit log */
export type ReadBackup = {
  archive: string;
  secrets: Uint8Array<ArrayBuffer> | null;
  auditHead: SignedHead;
};

/**
 * Writes a folder with the database, its secrets, and a manifest that a restore checks. Others wait only while the files are
 * copied; they are compressed afterwards.
 * @param place its folder must not exist; it appears once it is complete
 * @param signHead of the audit log, as it is before the files are copied
 */
export async function writeBackup(
  { folder, withKeys }: BackupPlace,
  dataDirectory: string,
  database: Pick<Database, 'copyFiles'>,
  signHead: () => Promise<SignedHead>,
): Promise<{ hasSecrets: boolean; auditHead: SignedHead }> {
  if (existsSync(folder)) throw new ConfigurationError([`${folder} already exists; choose another name`]);
  const secretsFile = join(dataDirectory, SECRETS_FILE);
  const secrets = withKeys && existsSync(secretsFile) ? readFileSync(secretsFile) : null;
  const copy = copyFolder(dataDirectory);
  const unfinished = `${folder}.creating`;
  try {
    writable(folder, () => {
      rmSync(unfinished, { recursive: true, force: true });
      makePrivateFolder(unfinished);
    });
    const auditHead = await signHead();
    await database.copyFiles(copy);
    const hash = await packFolder(copy, join(unfinished, ARCHIVE)).catch(sayOf(folder));
    writable(folder, () => {
      const hashes = { [ARCHIVE]: hash, ...(secrets && { [SECRETS_FILE]: sha256(secrets) }) };
      const migrations = listMigrations(migrationsFolder());
      const manifest: Manifest = { madeAt: auditHead.signedAt, hashes, migrations, auditHead };
      const small = {
        ...(secrets && { [SECRETS_FILE]: secrets }),
        [MANIFEST]: `${JSON.stringify(manifest, null, 2)}\n`,
      };
      for (const [name, content] of Object.entries(small))
        writeFileSync(join(unfinished, name), content, { mode: 0o600 });
      syncDirectory(unfinished);
      renameSync(unfinished, folder);
    });
    return { hasSecrets: secrets !== null, auditHead };
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => {});
    throw error;
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

function writable(folder: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    sayOf(folder)(error);
  }
}

/** Throws what keeps a backup from being written, in words where it is known. */
function sayOf(folder: string): (error: unknown) => never {
  return (error) => {
    const problem = fileProblem(error);
    throw problem === null ? error : new ConfigurationError([`${folder} cannot be written: ${problem}`]);
  };
}

/** @throws ConfigurationError when the backup is incomplete, damaged or too new */
export async function readBackup(folder: string): Promise<ReadBackup> {
  const { hashes, migrations, auditHead } = readManifest(folder);
  refuseNewer(folder, migrations, migrationsFolder(), 'restore it with that one');
  for (const [name, hash] of Object.entries(hashes)) await verifyFile(folder, name, hash);
  if (!(ARCHIVE in hashes))
    throw new ConfigurationError([`${join(folder, MANIFEST)} is damaged: it does not list ${ARCHIVE}`]);
  const secrets = SECRETS_FILE in hashes ? new Uint8Array(readFileSync(join(folder, SECRETS_FILE))) : null;
  return { archive: join(folder, ARCHIVE), secrets, auditHead };
}

/**
 * Restores a backup into a data directory without a database, which the caller has locked. Can be repeated after an
 * interruption; what fails leaves nothing.
 * @throws ConfigurationError when something would be overwritten
 */
export async function restoreBackup({ archive, secrets }: ReadBackup, dataDirectory: string): Promise<void> {
  const database = join(dataDirectory, DATABASE_FOLDER);
  if (existsSync(database))
    throw new ConfigurationError([`${database} already exists; move ${dataDirectory} away first`]);
  const secretsFile = join(dataDirectory, SECRETS_FILE);
  const areSecretsNew = secrets !== null && refuseOtherSecrets(secretsFile, secrets);
  const creating = `${database}.creating`;
  rmSync(creating, { recursive: true, force: true });
  try {
    await unpackArchive(archive, creating);
    syncDirectory(creating);
    // Before the database: a start would make others for one that has none.
    if (areSecretsNew) placeSecrets(secretsFile, secrets);
    renameSync(creating, database);
  } catch (error) {
    rmSync(creating, { recursive: true, force: true });
    if (areSecretsNew) for (const file of [secretsFile, `${secretsFile}.creating`]) rmSync(file, { force: true });
    throw error;
  }
}

/** @returns whether there are none yet @throws ConfigurationError when there are others */
function refuseOtherSecrets(file: string, secrets: Uint8Array<ArrayBuffer>): boolean {
  if (!existsSync(file)) return true;
  if (readFileSync(file).equals(secrets)) return false;
  throw new ConfigurationError([`${file} holds other secrets than the backup; move it away first`]);
}

function placeSecrets(file: string, secrets: Uint8Array<ArrayBuffer>): void {
  writeFileSync(`${file}.creating`, secrets, { mode: 0o600 });
  renameSync(`${file}.creating`, file);
}

function readManifest(folder: string): Manifest {
  const file = join(folder, MANIFEST);
  if (!existsSync(file)) throw new ConfigurationError([`${folder} is not a backup: it has no ${MANIFEST}`]);
  const text = readFileSync(file, 'utf8');
  const manifest = manifestSchema.safeParse(parseJsonObject(text));
  const auditHead = manifest.success ? parseHead(text) : null;
  if (!manifest.success || !auditHead) throw new ConfigurationError([`${file} is damaged; restore another backup`]);
  return { ...manifest.data, auditHead };
}

async function verifyFile(folder: string, name: string, hash: string): Promise<void> {
  if (name !== ARCHIVE && name !== SECRETS_FILE)
    throw new ConfigurationError([`${folder} lists a file ${name} that is not part of a backup`]);
  const file = join(folder, name);
  if (!existsSync(file)) throw new ConfigurationError([`${file} is missing: the backup is not complete`]);
  if ((await hashFile(file)) !== hash) throw new ConfigurationError([`${file} is damaged: its hash does not match`]);
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
