import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ConfigurationError } from '@/lib/config/configuration-error';
import { lockDataDirectory } from '@/lib/config/data-directory/data-directory-lock';
import { answerBackupRequests, requestBackup, type BackedUp } from '@/lib/database/embedded/backup-request';
import type { BackupPlace } from '@/lib/database/embedded/embedded-backup';

let directory: string;
let release: () => void;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'tessera-backup-request-'));
  release = await lockDataDirectory(directory, () => {});
});

afterEach(() => {
  release();
  rmSync(directory, { recursive: true, force: true });
});

/** The process that uses the directory, until the command has its answer. */
async function answerWhile<Answer>(
  command: Promise<Answer>,
  backUp: (place: BackupPlace) => Promise<BackedUp>,
): Promise<Answer> {
  const over = new AbortController();
  const whenOver = command.finally(() => over.abort());
  whenOver.catch(() => {});
  while (!over.signal.aborted) {
    await answerBackupRequests(directory, backUp).catch(() => {});
    await new Promise(setImmediate);
  }
  return whenOver;
}

const leftovers = () => readdirSync(directory).filter((name) => name.startsWith('backup-'));

it('concurrent commands get the answers to their own requests, and leave nothing in the data directory', async () => {
  const commands = ['/a', '/b', '/c'].map((folder) => requestBackup(directory, { folder, withKeys: true }));
  const sequenceNumbers = new Map([
    ['/a', 97],
    ['/b', 98],
    ['/c', 99],
  ]);
  const backUp = async ({ folder }: BackupPlace) => ({
    sequenceNumber: sequenceNumbers.get(folder) ?? 0,
    hasSecrets: folder === '/b',
  });
  expect(await answerWhile(Promise.all(commands), backUp)).toEqual([
    { sequenceNumber: 97, hasSecrets: false },
    { sequenceNumber: 98, hasSecrets: true },
    { sequenceNumber: 99, hasSecrets: false },
  ]);
  expect(leftovers()).toEqual([]);
});

it.each([
  ['a refusal of the backup', new ConfigurationError(['/a already exists']), '/a already exists'],
  ['a failure', new Error('the disk is on fire'), 'the backup failed: the log of the site says why'],
])('a command says %s in one sentence', async (_what, thrown, sentence) => {
  const command = requestBackup(directory, { folder: '/a', withKeys: true });
  await expect(answerWhile(command, () => Promise.reject(thrown))).rejects.toThrow(sentence);
  expect(leftovers()).toEqual([]);
});

it('a process that is no site takes no request, and the command says so', async () => {
  const command = requestBackup(directory, { folder: '/a', withKeys: true }, 50);
  await expect(command).rejects.toThrow(`the process that uses ${directory} makes no backup`);
  expect(leftovers()).toEqual([]);
});

it('a site that stops in the middle of a backup ends the command too', async () => {
  const command = requestBackup(directory, { folder: '/a', withKeys: true });
  command.catch(() => {});
  void answerBackupRequests(directory, () => new Promise(() => {}));
  expect(leftovers()).toEqual([]);
  release();
  await expect(command).rejects.toThrow('the site has stopped before the backup was made');
});
