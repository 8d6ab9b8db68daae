import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { listBackups } from '@/lib/database/embedded/daily-backups';
import { poll } from '@/lib/kit/poll';
import { PASSWORD, Server } from '@/lib/kit/server/server';
import { runCommand } from '../../support/servers/run-command';
import { test } from '../fixtures/test';
import { openSession } from '../flows/open-session';
import { devicesScreen } from '../screens/devices-screen';

test('a backup is made while people use the site, which answers them meanwhile, and a site starts from it', async ({
  browser,
}, testInfo) => {
  const directory = mkdtempSync(join(tmpdir(), 'tessera-backup-'));
  const [folder, restored] = [join(directory, 'backup'), join(directory, 'restored')];
  const server = await Server.start({ env: { TESSERA_DEMO: '1' } });
  let again: Server | null = null;
  try {
    const page = await browser.newPage({ baseURL: server.url });
    await openSession(page, { userId: 'jane.doe', password: PASSWORD });
    const over = new AbortController();
    const command = runCommand('backup', [folder], {
      env: { TESSERA_DATA_DIR: server.dataDirectory, DATABASE_URL: '' },
    }).finally(() => over.abort());
    const tookMs: number[] = [];
    while (!over.signal.aborted) {
      const startedAt = performance.now();
      const answer = await page.request.get('/profile');
      tookMs.push(performance.now() - startedAt);
      expect(answer.status()).toBe(200);
    }
    expect(await command).toMatchObject({ code: 0, output: expect.stringContaining('It holds the keys') });
    testInfo.annotations.push({
      type: 'pages',
      description: `${tookMs.length}, the slowest took ${Math.round(Math.max(...tookMs))} ms`,
    });
    const twice = await runCommand('backup', [folder], { env: { TESSERA_DATA_DIR: server.dataDirectory } });
    expect(twice).toMatchObject({ code: 1, output: `${folder} already exists; choose another name\n` });

    const restore = await runCommand('restore', [folder], { env: { TESSERA_DATA_DIR: restored, DATABASE_URL: '' } });
    expect(restore).toMatchObject({ code: 0, output: expect.stringContaining('all intact') });
    again = await Server.start({ template: restored });
    const there = await browser.newPage({ baseURL: again.url });
    await openSession(there, { userId: 'jane.doe', password: PASSWORD });
    await there.goto('/');
    await expect(devicesScreen(there).device('Pixel 9')).toBeVisible();
    for (const opened of [page, there]) await opened.close();
  } finally {
    await Promise.all([server.dispose(), again?.dispose()]);
    rmSync(directory, { recursive: true, force: true });
  }
});

test('a site makes the backup of the day by itself, and a site starts from it with the keys that were kept apart', async ({
  browser,
}) => {
  const directory = mkdtempSync(join(tmpdir(), 'tessera-daily-backup-'));
  const [folder, restored] = [join(directory, 'backups'), join(directory, 'restored')];
  const server = await Server.start({ env: { TESSERA_DEMO: '1', TESSERA_BACKUP_DIR: folder } });
  let again: Server | null = null;
  try {
    await poll('the backup of the day', async () => listBackups(folder).length === 1);
    const [backup] = listBackups(folder);
    mkdirSync(restored, { mode: 0o700 });
    copyFileSync(join(server.dataDirectory, 'secrets.json'), join(restored, 'secrets.json'));
    const env = { TESSERA_DATA_DIR: restored, DATABASE_URL: '' };
    expect(await runCommand('restore', [backup?.path ?? ''], { env })).toMatchObject({ code: 0 });
    again = await Server.start({ template: restored });
    const page = await browser.newPage({ baseURL: again.url });
    await openSession(page, { userId: 'jane.doe', password: PASSWORD });
    await page.close();
  } finally {
    await Promise.all([server.dispose(), again?.dispose()]);
    rmSync(directory, { recursive: true, force: true });
  }
});
