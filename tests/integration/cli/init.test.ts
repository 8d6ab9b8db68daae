import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv, stripVTControlCharacters } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { cleanEnvironment } from '@/lib/kit/server/clean-environment';
import { repository } from '../../support/repository';
import { commandArguments, runCommand } from '../../support/servers/run-command';

const PASSWORD = 'seven boats paint clouds over rivers';
const hasScript = spawnSync('script', ['--version']).status === 0;

describe('the command that sets a site up', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-init-'));
  const file = join(folder, 'tessera.env');
  const env = { TESSERA_DATA_DIR: join(folder, 'data'), TESSERA_PUSH_HOSTS: 'none' };

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const init = (...args: string[]) => runCommand('init', ['--file', file, ...args], { env, input: `${PASSWORD}\n` });

  it('the command writes the settings, tries them, and adds an administrator who is then the only account', async () => {
    const { code, output } = await init('--url', 'https://id.bank.example', '--administrator', 'ada');
    expect(output).toMatch(/ok +database: PGlite answers/);
    expect(output).toContain('Added ada in bank.example.');
    expect(output).not.toContain(PASSWORD);
    expect(code).toBe(0);
    const settings = parseEnv(readFileSync(file, 'utf8')) as Record<string, string>;
    const list = await runCommand('user', ['list'], { env: settings });
    expect(list.output).toMatch(/^ada +ada +user, administrator\n$/);

    const again = await init();
    expect([again.code, again.errors]).toEqual([1, expect.stringContaining('is there already')]);
  });

  it('the command adds no account with a password that is easy to guess, and says why', async () => {
    const other = join(folder, 'other.env');
    const { code, errors } = await runCommand('init', ['--file', other, '--administrator', 'max.poe'], {
      env: { ...env, TESSERA_DATA_DIR: join(folder, 'other') },
      input: 'max.poe max.poe max.poe\n',
    });
    expect(code).toBe(1);
    expect(errors).toContain('The password is easy to guess');
    expect(existsSync(other)).toBe(true);
  });

  it.skipIf(!hasScript)('the operator is asked at a terminal, and sees no password there', async () => {
    const asked = join(folder, 'asked.env');
    const answers: [question: RegExp, typed: string][] = [
      [/Address that people type.*: $/, 'https://id.bank.example'],
      [/proxies in front.*: $/, ''],
      [/PostgreSQL database.*: $/, ''],
      [/Activation gateway.*: $/, ''],
      [/Domain of the people.*: $/, ''],
      [/Mail server.*: $/, ''],
      [/OpenID provider.*: $/, ''],
      [/User ID of the first administrator.*: $/, 'ada'],
      [/Email address of that person.*: $/, ''],
      [/Password of the administrator.*: $/, PASSWORD],
      [/Once more: $/, PASSWORD],
    ];
    // A terminal of its own echoes what is typed unless the program turns that off.
    const command = [process.execPath, ...commandArguments('init'), '--file', asked]
      .map((word) => `'${word}'`)
      .join(' ');
    const child = spawn('script', ['-qfec', command, '/dev/null'], {
      cwd: repository,
      env: { ...cleanEnvironment(), ...env, TESSERA_DATA_DIR: join(folder, 'asked') },
    });
    const closed = once(child, 'close');
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const [question, typed] = answers[0] ?? [];
      // Terminals draw by escape sequences.
      if (!question?.test(stripVTControlCharacters(output))) return;
      answers.shift();
      child.stdin.write(`${typed}\n`);
    });
    await closed;
    expect(answers).toEqual([]);
    expect(child.exitCode).toBe(0);
    expect(output).toContain('Added ada in bank.example.');
    expect(output).not.toContain(PASSWORD);
    expect(parseEnv(readFileSync(asked, 'utf8'))).toMatchObject({ TESSERA_URL: 'https://id.bank.example' });
  });
});
