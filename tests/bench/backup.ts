/**
 * What a backup of the embedded database takes: the highest memory of the process, and how long others wait meanwhile.
 *
 *     npx tsx tests/bench/backup.ts [--rows 1000000]
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sizeOfFolder } from '@/lib/database/embedded/copy-files';
import { writeBackup } from '@/lib/database/embedded/embedded-backup';
import { openEmbeddedDatabase } from '@/lib/database/embedded/open-embedded-database';

const MEGABYTE = 2 ** 20;
const ROWS_AT_ONCE = 50_000;

const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000000' } } });
const directory = mkdtempSync(join(tmpdir(), 'tessera-bench-backup-'));
const data = join(directory, 'data');
mkdirSync(data, { mode: 0o700 });
const database = await openEmbeddedDatabase(data);
try {
  await database.client.$executeRaw`CREATE TABLE entry (id int PRIMARY KEY, text text)`;
  for (let first = 0; first < Number(values.rows); first += ROWS_AT_ONCE)
    await database.client.$executeRaw`
      INSERT INTO entry SELECT id, md5(id::text) || md5((id + 1)::text) || md5((id + 2)::text)
      FROM generate_series(${first}::int, ${first + ROWS_AT_ONCE - 1}::int) AS id`;
  const files = (await sizeOfFolder(join(data, 'database'))) / MEGABYTE;
  const before = process.resourceUsage().maxRSS / 1024;
  const over = new AbortController();
  const waits: number[] = [];
  const asking = (async () => {
    while (!over.signal.aborted) {
      const askedAt = performance.now();
      await database.client.$queryRaw`SELECT 1`;
      waits.push(performance.now() - askedAt);
      await delay(5);
    }
  })();
  const startedAt = performance.now();
  const head = { sequenceNumber: 0, hash: '', signedAt: new Date().toISOString(), keyId: '', signature: '' };
  await writeBackup({ folder: join(directory, 'backup'), withKeys: false }, data, database, async () => head);
  const seconds = (performance.now() - startedAt) / 1_000;
  over.abort();
  await asking;
  const highest = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${files.toFixed(0)} MB of files in ${seconds.toFixed(1)} s: memory ${before.toFixed(0)} MB before, at most ${highest.toFixed(0)} MB, ` +
      `${((highest - before) / files).toFixed(2)} MB more per MB of files; a statement waited at most ${Math.max(...waits).toFixed(0)} ms of ${waits.length}`,
  );
} finally {
  await database.close();
  rmSync(directory, { recursive: true, force: true });
}
