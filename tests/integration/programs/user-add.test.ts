import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedDatabase } from '@/lib/database/embedded/open-embedded-database';
import { PrismaUserDirectory } from '@/lib/database/tables/prisma-user-directory';
import { systemClock } from '@/lib/shared/time/clock';
import { runCommand } from '../../support/servers/run-command';

describe('the command that adds an account', () => {
  let directory: string;

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'tessera-user-add-'));
  });

  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const add = (...args: string[]) =>
    runCommand('user-add', args, {
      env: { TESSERA_DATA_DIR: directory, TESSERA_PROTECTED_GROUPS: 'board, treasury' },
      input: 'four words make passwords\n',
    });

  it('keeps everything that it was told, and the person can be found by it', async () => {
    const staff = ['--role', 'user', '--role', 'helpdesk-approver', '--role', 'auditor', '--role', 'administrator'];
    const mails = ['--mail', 'Max.Poe@Work.example', '--mail', 'max@home.example'];
    const { code, output } = await add(
      '--user-id',
      'Max.Poe',
      '--name',
      'Max Poë',
      '--language',
      'de',
      '--group',
      'treasury',
      ...mails,
      ...staff,
    );
    expect([code, output]).toEqual([0, 'Added max.poe in example.org.\n']);
    const database = await openEmbeddedDatabase(directory);
    const users = new PrismaUserDirectory(database, systemClock, ['board', 'treasury']);
    const { users: found } = await users.search('example.org', ['poe', 'max@home'], null);
    await database.close();
    expect(found).toEqual([
      {
        userId: 'max.poe',
        domain: 'example.org',
        displayName: 'Max Poë',
        roles: ['user', 'helpdesk-approver', 'auditor', 'administrator'],
        mailAddresses: ['Max.Poe@work.example', 'max@home.example'],
        language: 'de',
        group: { name: 'treasury', isProtected: true },
      },
    ]);
  });

  it('adds nobody where people are looked after elsewhere', async () => {
    const { code, output } = await runCommand('user-add', ['--user-id', 'max.poe'], {
      env: {
        TESSERA_DATA_DIR: directory,
        GATEWAY: 'onespan-server',
        ONESPAN_SERVER_URLS: 'https://oas.example.org:8888',
        ONESPAN_SERVICE_USER: 'svc-tessera',
        ONESPAN_SERVICE_PASSWORD: 'secret',
        ONESPAN_COMPONENT_TYPE: 'Self-Management Website',
      },
      input: 'four words make passwords\n',
    });
    expect(code).toBe(1);
    expect(output).toContain('TESSERA_STAFF');
  });

  it.each([
    ['--mail', 'no address'],
    ['--language', 'xx'],
    ['--role', 'king'],
  ])('says how it is used when it does not understand %s %s', async (option, value) => {
    const { code, output } = await add('--user-id', 'max.poe', option, value);
    expect(code).toBe(1);
    expect(output).toContain('npm run user:add');
  });
});
