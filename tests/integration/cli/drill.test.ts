import { once } from 'node:events';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../support/servers/run-command';

const PASSWORD = 'correct horse battery staple 7\n';

describe('a drill with a backup of the embedded database', () => {
  const directory = mkdtempSync(join(tmpdir(), 'tessera-drill-test-'));
  const [data, scratch, backups] = ['data', 'scratch', 'backups'].map((name) => join(directory, name)) as [
    string,
    string,
    string,
  ];
  const backup = join(backups, 'tessera-2026-11-30T0230');
  const env = { TESSERA_DATA_DIR: data, DATABASE_URL: '', TMPDIR: scratch };
  /** Counts who calls, whatever for. */
  let outside: Server;
  let calls = 0;

  beforeAll(async () => {
    for (const folder of [scratch, backups]) mkdirSync(folder);
    await runCommand('user', ['add', 'jane.doe'], { env, input: PASSWORD });
    await runCommand('backup', [backup, '--without-keys'], { env });
    outside = createServer((socket) => {
      calls += 1;
      socket.destroy();
    }).listen(0, '127.0.0.1');
    await once(outside, 'listening');
  });

  afterAll(() => {
    outside.close();
    rmSync(directory, { recursive: true, force: true });
  });

  /** What the program leaves in its scratch folder; what runs it from its sources has one of its own. */
  const leftovers = () => readdirSync(scratch).filter((name) => !name.startsWith('tsx-'));

  it('a drill restores the newest backup, uses the site by a made-up person, and says what would be lost', async () => {
    const { code, output } = await runCommand('drill', [], { env: { ...env, TESSERA_BACKUP_DIR: backups } });
    expect(output.match(/^ {2}(?:ok|failed) .*$/gm)?.map((line) => /s {2}([\w-]+( [\w-]+)?):/.exec(line)?.[1])).toEqual(
      ['backup', 'keys', 'restore', 'audit log', 'sign-in', 'activation', 'one-time-password'],
    );
    expect(output).toMatch(
      /The site works from this backup after [\d.]+ s\. What people did since .*Z, \d+ min ago, would be lost\./,
    );
    expect(code).toBe(0);
    expect(leftovers()).toEqual([]);
  });

  it('a drill calls nothing outside, and leaves the site’s own data as they are', async () => {
    const { port } = outside.address() as AddressInfo;
    const address = `https://127.0.0.1:${port}`;
    const before = readdirSync(data, { recursive: true, encoding: 'utf8' }).map((path) => [
      path,
      statSync(join(data, path)).mtimeMs,
    ]);
    const { code } = await runCommand('drill', [backup], {
      env: {
        ...env,
        GATEWAY: 'onespan-cloud',
        ONESPAN_CLOUD_URL: address,
        ONESPAN_CLOUD_DOMAIN: 'example.org',
        SMTP_URL: `smtp://127.0.0.1:${port}`,
        MAIL_FROM: 'tessera@example.org',
        WEBHOOK_URLS: address,
        WEBHOOK_SECRETS: 'x'.repeat(32),
        TESSERA_SIEM: `localhost:${port}`,
        TESSERA_OIDC_ISSUER: address,
        TESSERA_OIDC_CLIENT_ID: 'tessera',
        OTEL_EXPORTER_OTLP_ENDPOINT: address,
      },
    });
    expect(code).toBe(0);
    expect(calls).toBe(0);
    const after = readdirSync(data, { recursive: true, encoding: 'utf8' }).map((path) => [
      path,
      statSync(join(data, path)).mtimeMs,
    ]);
    expect(after).toEqual(before);
  });

  it('a drill with keys that are kept apart takes them before those of the environment, and names the wrong ones', async () => {
    const [apart, other] = [join(directory, 'apart.json'), join(directory, 'other')];
    cpSync(join(data, 'secrets.json'), apart);
    const elsewhere = { ...env, TESSERA_DATA_DIR: other };
    const foreign = { ...elsewhere, TESSERA_DATA_KEYS: `k-elsewhere:${'0'.repeat(64)}` };
    expect(await runCommand('drill', [backup, '--keys', apart], { env: foreign })).toMatchObject({ code: 0 });
    const keyless = await runCommand('drill', [backup], { env: elsewhere });
    expect(keyless).toMatchObject({ code: 1, output: expect.stringContaining('none are at hand') });
    await runCommand('user', ['list'], { env: elsewhere });
    const wrong = await runCommand('drill', [backup, '--keys', join(other, 'secrets.json')], { env: elsewhere });
    expect(wrong).toMatchObject({ code: 1, output: expect.stringContaining('and the keys at hand are k-') });
    expect(leftovers()).toEqual([]);
  });

  it('a drill says that a backup is damaged, or that there is none', async () => {
    const damaged = join(directory, 'damaged');
    cpSync(backup, damaged, { recursive: true });
    appendFileSync(join(damaged, 'database.tar.gz'), 'x');
    expect(await runCommand('drill', [damaged], { env })).toMatchObject({
      code: 1,
      output: expect.stringContaining('is damaged'),
    });
    expect(await runCommand('drill', [], { env })).toMatchObject({
      code: 1,
      output: expect.stringContaining('set TESSERA_BACKUP_DIR'),
    });
    const none = { ...env, TESSERA_BACKUP_DIR: join(directory, 'empty') };
    expect(await runCommand('drill', [], { env: none })).toMatchObject({
      code: 1,
      output: expect.stringContaining('has no backup yet'),
    });
    expect(leftovers()).toEqual([]);
  });
});
