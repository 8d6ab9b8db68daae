import { z } from 'zod';
import { bytesFromHex, type Bytes } from '../../shared/bytes';
import { DEFAULT_DATA_DIRECTORY } from '../data-directory/data-directory';
import { onOrOff, secretSchema, wholeNumber } from '../environment/kinds';
import { setting, type Section, type ValuesOf } from '../environment/setting';

const postgresqlUrl = z.string().regex(/^postgres(ql)?:\/\//, 'needs a postgresql:// address');
const apiKey = z.string().regex(/^[0-9a-f]{64}$/i, 'needs 64 hexadecimal digits');
const dataKeys = z
  .string()
  .regex(
    /^[\w-]{1,16}:[0-9a-f]{64}(,[\w-]{1,16}:[0-9a-f]{64})*$/i,
    'needs id:key pairs, each key 64 hexadecimal digits, separated by commas',
  )
  .refine((text) => {
    const ids = text.split(',').map((pair) => pair.split(':')[0]);
    return new Set(ids).size === ids.length;
  }, 'needs an id of its own for each key');

/**
 * Backups of the embedded database by the site itself.
 * @property folder that holds them, made if it is not there
 * @property minuteOfDay in UTC, from 0
 * @property keep how many stay
 */
export type BackupSchedule = { folder: string; minuteOfDay: number; keep: number };

export const DATA = {
  title: 'Data and secrets',
  note: 'A database server needs the address, the session secret and the keys; the last three are for the embedded gateway alone. Make keys with: openssl rand -hex 32',
  settings: {
    TESSERA_DATA_DIR: setting(z.string().min(1), {
      default: DEFAULT_DATA_DIRECTORY,
      meaning: 'embedded database, secrets (mode 0600), lock, and mails without a mail server',
      shown: String,
    }),
    TESSERA_FSYNC: setting(onOrOff(), {
      default: 1,
      meaning:
        'with `0` the embedded database does not wait for the disk, so that a power failure may lose or break it; for demos',
      shown: String,
    }),
    TESSERA_BACKUP_DIR: setting(z.string().min(1), {
      unset: 'none',
      meaning:
        'folder, better on another disk, for a backup of the embedded database each day, without its keys: keep `secrets.json` of the data directory elsewhere ([backups](../database/operating.md#back-up-and-restore))',
      shown: String,
      example: '/var/backups/tessera',
    }),
    TESSERA_BACKUP_AT: setting(z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'needs a time of day, 00:00 to 23:59'), {
      default: '02:30',
      meaning: 'when, in UTC; what was missed is made up for at the next start',
      shown: String,
    }),
    TESSERA_BACKUP_KEEP: setting(wholeNumber(1, 3_650), {
      default: 14,
      meaning: 'how many of these backups are kept',
      shown: String,
    }),
    DATABASE_URL: setting(postgresqlUrl, {
      unset: 'embedded',
      meaning:
        '`postgresql://…`, version 15 or newer, for any number of replicas; needs the session secret and the data keys, and with the embedded gateway its three secrets',
      example: 'postgresql://tessera:secret@localhost:5432/tessera',
    }),
    DATABASE_MIGRATION_URL: setting(postgresqlUrl, {
      unset: 'as `DATABASE_URL`',
      meaning:
        'the same database as another user, who owns the tables: then the site’s own may neither alter them nor rewrite the audit log ([two users](../database/operating.md#two-users)). A site without it starts once `tessera migrate` has run',
      example: 'postgresql://tessera_owner:secret@localhost:5432/tessera',
    }),
    TESSERA_DATABASE_CONNECTIONS: setting(wholeNumber(1, 200), {
      unset: 'a share',
      meaning: 'connections of one process to PostgreSQL; unset, a quarter of what the server allows, at most 10',
      shown: String,
      example: '10',
    }),
    TESSERA_SESSION_SECRET: setting(secretSchema, {
      unset: 'generated',
      meaning:
        'encrypts the session cookie, and the keys of service accounts are hashed under it: changing it signs everybody out and ends those keys; 32 characters or more',
      example: '',
    }),
    TESSERA_DATA_KEYS: setting(dataKeys, {
      unset: 'generated',
      meaning:
        '`id:hex64[,id:hex64…]`: the first encrypts, all decrypt; how to rotate: [`lib/database`](../database/README.md)',
      example: 'k1:',
    }),
    TESSERA_DATA_KEYS_COMMAND: setting(z.string().regex(/\S/, 'names no program'), {
      unset: 'none',
      meaning:
        'program, with its arguments after spaces, that reads the value of `TESSERA_DATA_KEYS`, wrapped, on its standard input and writes the keys to its standard output within 30 seconds: so a key management service or a token unwraps them',
      shown: String,
      example: '/usr/local/bin/unwrap-data-keys',
    }),
    GATEWAY_ID: setting(z.string().regex(/^[0-9A-F]{16}$/, 'needs 16 hexadecimal digits, A to F in capitals'), {
      unset: 'generated',
      meaning: 'the embedded gateway’s identifier: 16 capital hexadecimal digits',
      example: '',
    }),
    GATEWAY_FRONT_END_KEY: setting(apiKey, {
      unset: 'generated',
      meaning: 'key that phones call it with: 64 hexadecimal digits',
      example: '',
    }),
    GATEWAY_BACK_END_KEY: setting(apiKey, {
      unset: 'generated',
      meaning: 'key of its back-end services: 64 hexadecimal digits',
      example: '',
    }),
  },
} satisfies Section;

/** What the embedded gateway needs of it. */
export const GATEWAY_SECRET_NAMES = [
  'GATEWAY_ID',
  'GATEWAY_FRONT_END_KEY',
  'GATEWAY_BACK_END_KEY',
] as const satisfies (keyof typeof DATA.settings)[];

/** What the embedded database brings along and a database server does not. */
export const SECRET_NAMES = [
  'TESSERA_SESSION_SECRET',
  'TESSERA_DATA_KEYS',
  ...GATEWAY_SECRET_NAMES,
] as const satisfies (keyof typeof DATA.settings)[];

/**
 * @param hasOutsideGateway whether the site has another gateway than its own
 * @returns those that a site with a database server has to be given
 */
export function secretsForServer(hasOutsideGateway: boolean): (typeof SECRET_NAMES)[number][] {
  const unused: readonly string[] = hasOutsideGateway ? GATEWAY_SECRET_NAMES : [];
  return SECRET_NAMES.filter((name) => !unused.includes(name));
}

type GatewaySecretName = (typeof GATEWAY_SECRET_NAMES)[number];

/** Those of the embedded gateway may be missing where there is another one. */
export type Secrets = Record<Exclude<(typeof SECRET_NAMES)[number], GatewaySecretName>, string> &
  Partial<Record<GatewaySecretName, string>>;

/** The first encrypts, all decrypt; 32 bytes each. @param text as `TESSERA_DATA_KEYS` has it */
export function dataKeysFrom(text: string): { id: string; key: Bytes }[] {
  return text.split(',').map((pair) => {
    const [id = '', key = ''] = pair.split(':');
    return { id, key: bytesFromHex(key) };
  });
}

/** @returns null where backups are left to others */
export function backupScheduleFrom(environment: ValuesOf<typeof DATA>): BackupSchedule | null {
  const { TESSERA_BACKUP_DIR: folder, TESSERA_BACKUP_AT: at, TESSERA_BACKUP_KEEP: keep } = environment;
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  return folder === undefined ? null : { folder, minuteOfDay: hour * 60 + minute, keep };
}

/** Problems of these variables together. @param variables as set, by name */
export function backupProblems(variables: Record<string, unknown>): string[] {
  return variables['TESSERA_BACKUP_DIR'] !== undefined && variables['DATABASE_URL'] !== undefined
    ? ['TESSERA_BACKUP_DIR is for the embedded database: back PostgreSQL up with its own tools']
    : [];
}
