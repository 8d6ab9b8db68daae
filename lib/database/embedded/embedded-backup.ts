import { PGlite } from '@electric-sql/pglite';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseHead, type SignedHead } from '../../audit/audit-head';
import { ConfigurationError, fileProblem } from '../../config/configuration-error';
import { DATABASE_FOLDER, SECRETS_FILE } from '../../config/data-directory/stored-secrets';
import { parseJsonObject } from '../../shared/json-object';
import { syncDirectory } from './durable-files';
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

/** A backup in memory, with the files that were verified. @property auditHead end of the audit log */
export type ReadBackup = {
  archive: Uint8Array<ArrayBuffer>;
  secrets: Uint8Array<ArrayBuffer> | null;
  auditHead: SignedHead;
};

/**
 * Writes a folder with the database, its secrets, and a manifest that a restore checks.
 * @param place its folder must not exist; it appears once it is complete
 * @param archive see `Database`
 */
export function writeBackup(
  { folder, withKeys }: BackupPlace,
  dataDirectory: string,
  archive: Uint8Array,
  auditHead: SignedHead,
): { hasSecrets: boolean } {
  if (existsSync(folder)) throw new ConfigurationError([`${folder} already exists; choose another name`]);
  const secrets = join(dataDirectory, SECRETS_FILE);
  const hasSecrets = withKeys && existsSync(secrets);
  const files = { [ARCHIVE]: archive, ...(hasSecrets && { [SECRETS_FILE]: readFileSync(secrets) }) };
  const hashes = Object.fromEntries(Object.entries(files).map(([name, content]) => [name, sha256(content)]));
  const migrations = listMigrations(migrationsFolder());
  const manifest: Manifest = { madeAt: auditHead.signedAt, hashes, migrations, auditHead };
  const unfinished = `${folder}.creating`;
  try {
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true, mode: 0o700 });
    for (const [name, content] of Object.entries({ ...files, [MANIFEST]: `${JSON.stringify(manifest, null, 2)}\n` }))
      writeFileSync(join(unfinished, name), content, { mode: 0o600 });
    syncDirectory(unfinished);
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    const problem = fileProblem(error);
    throw problem === null ? error : new ConfigurationError([`${folder} cannot be written: ${problem}`]);
  }
  return { hasSecrets };
}

/** @throws ConfigurationError when the backup is incomplete, damaged or too new */
export function readBackup(folder: string): ReadBackup {
  const { hashes, migrations, auditHead } = readManifest(folder);
  refuseNewer(folder, migrations, migrationsFolder(), 'restore it with that one');
  const files = new Map(Object.entries(hashes).map(([name, hash]) => [name, readFile(folder, name, hash)]));
  const archive = files.get(ARCHIVE);
  if (!archive) throw new ConfigurationError([`${join(folder, MANIFEST)} is damaged: it does not list ${ARCHIVE}`]);
  return { archive, secrets: files.get(SECRETS_FILE) ?? null, auditHead };
}

/**
 * Restores a backup into a data directory without a database, which the caller has locked. Can be repeated after an
 * interruption.
 * @throws ConfigurationError when something would be overwritten
 */
export async function restoreBackup({ archive, secrets }: ReadBackup, dataDirectory: string): Promise<void> {
  const database = join(dataDirectory, DATABASE_FOLDER);
  if (existsSync(database))
    throw new ConfigurationError([`${database} already exists; move ${dataDirectory} away first`]);
  if (secrets) placeSecrets(join(dataDirectory, SECRETS_FILE), secrets);
  const creating = `${database}.creating`;
  rmSync(creating, { recursive: true, force: true });
  try {
    const pglite = await PGlite.create({ dataDir: creating, loadDataDir: new Blob([archive]) });
    await pglite.close();
    syncDirectory(creating);
    renameSync(creating, database);
  } catch (error) {
    rmSync(creating, { recursive: true, force: true });
    throw withCode(error);
  }
}

/** By the error numbers of WASI, which is all that PGlite reports about a disk error. */
const WASI_CODES: Record<number, string> = { 2: 'EACCES', 19: 'EDQUOT', 51: 'ENOSPC', 69: 'EROFS' };

function withCode(error: unknown): unknown {
  const { errno } = error as { errno?: number };
  const code = error instanceof Error || errno === undefined ? undefined : WASI_CODES[errno];
  return code === undefined ? error : Object.assign(new Error(`the database could not be written: ${code}`), { code });
}

function placeSecrets(file: string, secrets: Uint8Array<ArrayBuffer>): void {
  if (!existsSync(file)) {
    writeFileSync(`${file}.creating`, secrets, { mode: 0o600 });
    renameSync(`${file}.creating`, file);
  } else if (!readFileSync(file).equals(secrets)) {
    throw new ConfigurationError([`${file} holds other secrets than the backup; move it away first`]);
  }
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

function readFile(folder: string, name: string, hash: string): Uint8Array<ArrayBuffer> {
  if (name !== ARCHIVE && name !== SECRETS_FILE)
    throw new ConfigurationError([`${folder} lists a file ${name} that is not part of a backup`]);
  const file = join(folder, name);
  if (!existsSync(file)) throw new ConfigurationError([`${file} is missing: the backup is not complete`]);
  const content = new Uint8Array(readFileSync(file));
  if (sha256(content) !== hash) throw new ConfigurationError([`${file} is damaged: its hash does not match`]);
  return content;
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
