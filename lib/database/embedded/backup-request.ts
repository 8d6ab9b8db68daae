import { randomUUID } from 'node:crypto';
import { chownSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { ConfigurationError } from '../../config/configuration-error';
import { isInUse } from '../../config/data-directory/data-directory-lock';
import { parseJsonObject } from '../../shared/json-object';
import type { BackupPlace } from './embedded-backup';
import { HOUR, SECOND } from '../../shared/time/duration';

/*
 * How the command `backup` has a running site back its database up, which only that process can open: by files in the
 * data directory. They are for the site's operating-system user only, who may read the database anyway.
 */

const REQUEST = /^backup-request-[\da-f-]+\.json$/;
const ANSWER = /^backup-answer-/;

const requestFile = (directory: string, id: string) => join(directory, `backup-request-${id}.json`);
const answerFile = (directory: string, id: string) => join(directory, `backup-answer-${id}.json`);

const requestSchema = z.object({ id: z.uuid(), folder: z.string().max(4_096), withKeys: z.boolean().default(true) });
const answerSchema = z.union([
  z.object({ sequenceNumber: z.number(), hasSecrets: z.boolean() }),
  z.object({ problem: z.string() }),
]);

/** @property sequenceNumber of the newest audit record in the backup */
export type BackedUp = { sequenceNumber: number; hasSecrets: boolean };

/** How long a site takes to notice a request: it polls every second. */
const TO_BE_SEEN_MS = 20 * SECOND;

const LOOK_AGAIN_MS = 200;

const KEEP_ANSWERS_MS = HOUR;

/**
 * Requests a backup from the process that uses a data directory, and waits for it.
 * @param place with the absolute folder, as that process sees it
 * @param toBeSeenMs how long that process may take to notice the request
 * @throws ConfigurationError with that process's message, or if it does not accept the request
 */
export async function requestBackup(
  dataDirectory: string,
  place: BackupPlace,
  toBeSeenMs: number = TO_BE_SEEN_MS,
): Promise<BackedUp> {
  const id = randomUUID();
  const [request, answer] = [requestFile(dataDirectory, id), answerFile(dataDirectory, id)];
  write(dataDirectory, request, { id, ...place });
  try {
    await untilTaken(dataDirectory, request, toBeSeenMs);
    while (!existsSync(answer)) {
      if (!(await isInUse(dataDirectory)) && !existsSync(answer))
        throw new ConfigurationError(['the site has stopped before the backup was made: try again']);
      await sleep(LOOK_AGAIN_MS);
    }
    const backupAnswer = answerSchema.parse(parseJsonObject(readFileSync(answer, 'utf8')));
    if ('problem' in backupAnswer) throw new ConfigurationError([backupAnswer.problem]);
    return backupAnswer;
  } finally {
    for (const file of [request, answer]) rmSync(file, { force: true });
  }
}

/** The request is removed as the backup begins, which may take long. */
async function untilTaken(dataDirectory: string, request: string, toBeSeenMs: number): Promise<void> {
  const until = performance.now() + toBeSeenMs;
  while (existsSync(request)) {
    if (performance.now() > until)
      throw new ConfigurationError([
        `the process that uses ${dataDirectory} makes no backup: if it is another command, try again when that has ended`,
      ]);
    await sleep(LOOK_AGAIN_MS);
  }
}

/**
 * Makes the requested backups.
 * @param backUp see `backUp` of the composition
 * @throws what `backUp` throws, except ConfigurationError, which is returned to the requester
 */
export async function answerBackupRequests(
  dataDirectory: string,
  backUp: (place: BackupPlace) => Promise<BackedUp>,
): Promise<void> {
  for (const name of readdirSync(dataDirectory)) {
    const file = join(dataDirectory, name);
    // The requester was killed before reading it.
    if (ANSWER.test(name) && Date.now() - statSync(file).mtimeMs > KEEP_ANSWERS_MS) rmSync(file, { force: true });
    if (!REQUEST.test(name)) continue;
    const request = requestSchema.safeParse(parseJsonObject(readFileSync(file, 'utf8')));
    rmSync(file, { force: true });
    if (request.success) await makeBackup(dataDirectory, request.data, backUp);
  }
}

async function makeBackup(
  dataDirectory: string,
  { id, ...place }: z.infer<typeof requestSchema>,
  backUp: (place: BackupPlace) => Promise<BackedUp>,
): Promise<void> {
  const file = answerFile(dataDirectory, id);
  try {
    write(dataDirectory, file, await backUp(place));
  } catch (error) {
    const isConfiguration = error instanceof ConfigurationError;
    const problem = isConfiguration ? error.message : 'the backup failed: the log of the site says why';
    write(dataDirectory, file, { problem });
    if (!isConfiguration) throw error;
  }
}

/** Written atomically, and readable for the owner of the data directory. */
function write(dataDirectory: string, file: string, content: object): void {
  const unfinished = `${file}.creating`;
  writeFileSync(unfinished, JSON.stringify(content), { mode: 0o600 });
  if (process.getuid?.() === 0) {
    const { uid, gid } = statSync(dataDirectory);
    chownSync(unfinished, uid, gid);
  }
  renameSync(unfinished, file);
}
