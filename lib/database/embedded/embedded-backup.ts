import { PGlite } from '@electric-sql/pglite';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SignedHead } from '../../audit/audit-head';
import { ConfigurationError } from '../../config/configuration-error';
import { DATABASE_FOLDER, SECRETS_FILE } from '../../config/data-directory/stored-secrets';
import { syncDirectory } from './durable-files';
import { listMigrations, migrationsFolder, refuseNewer } from '../migrate';
const ARCHIVE = 'database.tar.gz';
const MANIFEST = 'backup.json';

/** @property hashes SHA-256 of the files, in hexadecimal @property auditHead end of the audit log */
type Manifest = { madeAt: string; hashes: Record<string, string>; migrations: string[]; auditHead: SignedHead };

/**
 * Writes a folder with the database, its secrets, and a manifest that a restore checks.
 * @param folder must not exist; it appears once it is complete
 * @param archive see `Database`
 */
export function writeBackup(
  folder: string,
  dataDirectory: string,
  archive: Uint8Array,
  auditHead: SignedHead,
): { hasSecrets: boolean } {
  if (existsSync(folder)) throw new ConfigurationError([`${folder} already exists; choose another name`]);
  const unfinished = `${folder}.creating`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const secrets = join(dataDirectory, SECRETS_FILE);
  const hasSecrets = existsSync(secrets);
  const files = { [ARCHIVE]: archive, ...(hasSecrets && { [SECRETS_FILE]: readFileSync(secrets) }) };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(unfinished, name), content, { mode: 0o600 });
  const hashes = Object.fromEntries(Object.entries(files).map(([name, content]) => [name, sha256(content)]));
  const migrations = listMigrations(migrationsFolder());
  const manifest: Manifest = { madeAt: auditHead.signedAt, hashes, migrations, auditHead };
  writeFileSync(join(unfinished, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  syncDirectory(unfinished);
  renameSync(unfinished, folder);
  return { hasSecrets };
}

/**
 * Restores a backup into a data directory without a database, which the caller has locked. Can be repeated after an
 * interruption.
 * @returns the end of the audit log
 * @throws ConfigurationError when the backup is damaged or too new, or something would be overwritten
 */
export async function restoreBackup(folder: string, dataDirectory: string): Promise<SignedHead> {
  const { hashes, migrations, auditHead } = readManifest(folder);
  const files = Object.entries(hashes).map(([name, hash]) => [name, readFile(folder, name, hash)] as const);
  refuseNewer(folder, migrations, listMigrations(migrationsFolder()), 'restore it with that one');
  const database = join(dataDirectory, DATABASE_FOLDER);
  if (existsSync(database))
    throw new ConfigurationError([`${database} already exists; move ${dataDirectory} away first`]);
  const contents = new Map(files);
  const secrets = contents.get(SECRETS_FILE);
  if (secrets) placeSecrets(join(dataDirectory, SECRETS_FILE), secrets);
  const creating = `${database}.creating`;
  rmSync(creating, { recursive: true, force: true });
  const pglite = await PGlite.create({ dataDir: creating, loadDataDir: new Blob([contents.get(ARCHIVE) ?? '']) });
  await pglite.close();
  syncDirectory(creating);
  renameSync(creating, database);
  return auditHead;
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
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  if (manifest.hashes[ARCHIVE] === undefined) throw new ConfigurationError([`${file} is damaged`]);
  return manifest;
}

function readFile(folder: string, name: string, hash: string): Uint8Array<ArrayBuffer> {
  if (name !== ARCHIVE && name !== SECRETS_FILE)
    throw new ConfigurationError([`${folder} lists a file ${name} that is not part of a backup`]);
  const file = join(folder, name);
  const content = existsSync(file) ? new Uint8Array(readFileSync(file)) : new Uint8Array();
  if (sha256(content) !== hash) throw new ConfigurationError([`${file} is damaged: its hash does not match`]);
  return content;
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
