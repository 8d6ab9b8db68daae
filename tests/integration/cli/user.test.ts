import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedDatabase } from '@/lib/database/embedded/open-embedded-database';
import { runUserCommand } from '@/lib/cli/user/run-user-command';
import type { Database } from '@/lib/database/database';
import { PrismaUserDirectory } from '@/lib/database/tables/accounts/prisma-user-directory';
import { systemClock } from '@/lib/shared/time/clock';
import { openCopiedDatabase } from '../../support/databases/open-copied-database';
import { fakeAdministration, type FakeAdministration } from '../../support/doubles/fake-administration';
import { runCommand } from '../../support/servers/run-command';
import { testPersister } from '../../support/test-chain';

describe('the command that looks after accounts', () => {
  let directory: string;

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'tessera-user-add-'));
  });

  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const run = (...args: string[]) =>
    runCommand('user', args, {
      env: { TESSERA_DATA_DIR: directory, TESSERA_PROTECTED_GROUPS: 'board, treasury' },
      input: 'four words make passwords\n',
    });

  const explain = async (...args: string[]) => {
    const { code, output } = await runCommand('policy', ['explain', ...args], { env: { TESSERA_DATA_DIR: directory } });
    return { code, said: output.trim() };
  };

  it('the command adds an account with all its details, by which the user can be found', async () => {
    const staff = ['--role', 'user', '--role', 'helpdesk-approver', '--role', 'auditor', '--role', 'administrator'];
    const mails = ['--mail', 'Max.Poe@Work.example', '--mail', 'max@home.example'];
    const { code, output } = await run(
      'add',
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
    const users = new PrismaUserDirectory(database, systemClock, testPersister(systemClock), ['board', 'treasury']);
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
        bar: null,
        timeZone: null,
      },
    ]);
  });

  it('the command adds no account where another directory holds them', async () => {
    const { code, output } = await runCommand('user', ['show', 'max.poe'], {
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

  it('the policy command explains a known user, and names an unknown one in a sentence', async () => {
    const { code, said } = await explain('--user', 'MAX.poe', '--action', 'bind-device', '--action', 'decide-as-staff');
    expect(code).toBe(0);
    expect(said.match(/^Verdict:.*/gm)).toEqual([
      'Verdict:  Could, with a password.',
      'Verdict:  Could not: only a password, no second proof. Ways on: none.',
    ]);
    expect(await explain('--user', 'nobody')).toEqual({ code: 1, said: 'There is no account nobody.' });
    expect(await explain('--user', 'max.poe', '--action', 'fly')).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^There is no action fly\. There are: bind-device, /),
    });
    expect(await explain()).toMatchObject({ code: 1, said: expect.stringContaining('npm run policy --') });
  });
});

describe('what is typed about accounts', () => {
  let database: Database;
  let ports: FakeAdministration['ports'];

  beforeAll(async () => {
    database = await openCopiedDatabase();
    ({ ports } = fakeAdministration(database));
  });

  afterAll(() => database.close());

  const said = async (...args: string[]) => {
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line);
    const terminal = { say, complain: say, password: async () => 'four words make passwords\n' };
    const code = await runUserCommand(args, terminal, async () => ports);
    return `${code} ${lines.join('\n')}`;
  };

  it.each([
    ['add', 'max.poe', '--mail', 'no address'],
    ['add', 'max.poe', '--role', 'king'],
    ['roles', 'max.poe', '--give', 'king'],
    ['forgive', 'max.poe'],
    ['disable'],
  ])('misunderstood arguments are answered with the usage: %s %s %s', async (...args) => {
    expect(await said(...args)).toMatch(/^1 [^]*npm run user --/);
  });

  it('the command disables, enables, grants, revokes and removes, and protects the last administrator', async () => {
    await said('add', 'max.poe', '--role', 'user', '--role', 'administrator');
    await said('add', 'ada', '--role', 'administrator');
    expect(await said('roles', 'max.poe', '--take', 'administrator')).toBe(
      '0 max.poe has no longer the role administrator.',
    );
    const refused = '1 ada is the last administrator who is not disabled. Give another account the role first.';
    expect(await said('disable', 'ada')).toBe(refused);
    expect(await said('roles', 'ada', '--take', 'administrator')).toBe(refused);
    expect(await said('remove', 'ada')).toBe(refused);
    expect(await said('disable', 'MAX.poe')).toBe('0 max.poe is disabled, and signed out everywhere.');
    expect(await said('disable', 'max.poe')).toBe('1 max.poe is disabled already.');
    expect(await said('list', '--disabled')).toMatch(/^0 max\.poe .* disabled$/);
    expect(await said('show', 'max.poe')).toContain('Disabled:  since ');
    expect(await said('enable', 'max.poe')).toBe('0 max.poe may sign in again.');
    expect(await said('sessions', 'max.poe')).toBe('0 max.poe is signed out everywhere.');
    expect(await said('remove', 'max.poe')).toContain('0 max.poe is disabled, and removed as soon as');
    expect(await said('enable', 'max.poe')).toBe('1 max.poe is being removed, which nothing stops.');
    expect(await said('show', 'nobody')).toBe('1 There is no account nobody.');
  });
});
