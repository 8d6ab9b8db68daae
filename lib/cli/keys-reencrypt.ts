import { parseArgs } from 'node:util';
import { countEncrypted, type EncryptedCount, reencrypt, retireKeys } from '../database/secrets/reencrypt';
import { openInstallation } from '../server/composition/installation';
import { systemClock } from '../shared/time/clock';
import { calledAs } from './called-as.mjs';
import { HELP_OPTION, runCommand, printUsage } from './run-command';

/** Each round finds what other processes wrote with an older key during the previous one. */
const ROUNDS = 5;

/** A line for each so many rows: a large table takes minutes. */
const ROWS_PER_LINE = 50_000;

const USAGE = `Encrypts everything with the first of TESSERA_DATA_KEYS, and lists the keys that are still in use. Tessera must be stopped
when it uses the embedded database. The exit code is 1 when another key is in use, or a value could not be read.

  ${calledAs('keys-reencrypt')}`;

await runCommand(async () => {
  if (parseArgs({ options: HELP_OPTION }).values.help) return printUsage(USAGE, true);
  const { secrets, database, keyRing, close } = await openInstallation((error) => console.error(error));
  try {
    const currentKeyId = secrets.dataKeys[0]?.id ?? '';
    const { client } = database;
    let counts: EncryptedCount[] = [];
    const isOldLeft = () => counts.some(({ keyId }) => keyId !== currentKeyId);
    for (let round = 0; round < ROUNDS && (round === 0 || isOldLeft()); round++) {
      const { reencrypted, unreadable } = await reencrypt(client, keyRing, currentKeyId, sayProgress);
      console.log(`Encrypted ${reencrypted} values under the key ${currentKeyId}.`);
      counts = await countEncrypted(client);
      if (unreadable > 0) {
        console.error(
          `${unreadable} values cannot be decrypted with any key of TESSERA_DATA_KEYS, and are left as they are.`,
        );
        break;
      }
    }
    for (const { table, column, keyId, values } of counts)
      console.log(`  ${`${table}.${column}`.padEnd(48)} ${keyId.padEnd(16)} ${values}`);
    const retired = await retireKeys(client, counts, currentKeyId, systemClock.now());
    for (const id of retired)
      console.log(`Nothing is encrypted with the key ${id}: it can be removed from TESSERA_DATA_KEYS.`);
    if (!isOldLeft()) return 0;
    console.error(
      `Older keys than ${currentKeyId} are still in use: put it first at every replica, and run this again.`,
    );
    return 1;
  } finally {
    await close();
  }
});

function sayProgress({ table, column, rows }: { table: string; column: string; rows: number }): void {
  if (rows % ROWS_PER_LINE === 0) console.log(`  ${table}.${column}: ${rows} rows`);
}
