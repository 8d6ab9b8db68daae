import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runInit, type Surroundings } from '@/lib/cli/init/run-init';
import { readEnvironment } from '@/lib/config/environment/read-environment';

const DATABASE_URL = 'postgresql://tessera:hunter22@db.example.org/tessera';

describe('setting a site up', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tessera-init-'));
    file = join(folder, 'tessera.env');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  type Scene = {
    environment?: Record<string, string>;
    /** Typed by somebody, by words of the question; Enter for all others. Left out, nobody can be asked. */
    typed?: Record<string, string>;
    verdict?: 0 | 1;
    isAdded?: boolean;
  };

  async function init(args: string[], { environment = {}, typed, verdict = 0, isAdded = true }: Scene = {}) {
    const lines: string[] = [];
    const added: unknown[] = [];
    const hidden: string[] = [];
    const say = (words: string) => void lines.push(words);
    const ask = async (words: string, isHidden: boolean) => {
      lines.push(words);
      if (isHidden) hidden.push(words);
      return Object.entries(typed ?? {}).find(([part]) => words.includes(part))?.[1] ?? '';
    };
    const surroundings: Surroundings = {
      environment,
      interview: typed ? { ask, complain: say } : null,
      password: async () => 'seven boats paint clouds',
      say,
      complain: say,
    };
    const code = await runInit(['--file', file, ...args], surroundings, {
      examine: async () => verdict,
      addAdministrator: async (account, password) => {
        added.push({ ...account, password });
        return { ok: isAdded, said: isAdded ? 'Added.' : 'The password is easy to guess.' };
      },
    });
    const settings = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : null;
    return { code, settings, added, hidden, said: lines.join('\n') };
  }

  it('the options are enough: the command asks nothing, leaves defaults alone, and adds the administrator', async () => {
    const args = [
      '--url',
      'https://id.bank.example',
      '--administrator',
      'Ada',
      '--administrator-mail',
      'ada@bank.example',
    ];
    const { code, settings, added, said } = await init(args);
    expect(code).toBe(0);
    expect(settings).toEqual({
      TESSERA_URL: 'https://id.bank.example',
      TESSERA_TRUSTED_PROXIES: '1',
      TESSERA_DOMAIN: 'bank.example',
      GATEWAY: 'embedded',
    });
    expect(added).toEqual([{ userId: 'ada', mail: ['ada@bank.example'], password: 'seven boats paint clouds' }]);
    expect(said).toContain('Sign in at https://id.bank.example as ada.');
  });

  it('the operator is asked what no option says, again after a mistake, and for secrets without an echo', async () => {
    const typed = { 'Address that people type': 'https://id.bank.example', 'PostgreSQL database': DATABASE_URL };
    const { code, settings, hidden, said } = await init(['--gateway', 'embedded'], { typed });
    expect(code).toBe(0);
    expect(said).not.toContain('Activation gateway');
    expect(hidden.map((words) => words.split(/[ ,]/)[0])).toEqual(['Address', 'Mail']);
    expect(settings).toMatchObject({ DATABASE_URL, TESSERA_URL: 'https://id.bank.example' });

    rmSync(file);
    const wrong = await init([], { typed: { 'Address that people type': 'ftp://id.bank.example' } });
    expect(wrong.said.match(/That needs an http or https address/g)).toHaveLength(5);
    expect(wrong.code).toBe(1);
    expect(wrong.settings).toBe(null);
  });

  it('a PostgreSQL database gets keys of its own, by which the settings are complete', async () => {
    const { settings, said } = await init([], { environment: { DATABASE_URL } });
    expect(() => readEnvironment(settings ?? {})).not.toThrow();
    expect(settings?.['TESSERA_DATA_KEYS']).toMatch(/^k-[0-9a-f]{8}:[0-9a-f]{64}$/);
    expect(said).not.toContain('hunter22');
    expect(said).not.toContain(settings?.['TESSERA_SESSION_SECRET']);
  });

  it('a secret in a file is named by that file, and never copied', async () => {
    const secret = join(import.meta.dirname, 'database-url.txt');
    const { settings, code } = await init(['--set', `DATABASE_URL_FILE=${secret}`]);
    expect(code).toBe(0);
    expect(settings).toMatchObject({ DATABASE_URL_FILE: secret, GATEWAY_ID: expect.any(String) });
    expect(settings).not.toHaveProperty('DATABASE_URL');
  });

  it('threat: a secret in the list of processes — the command refuses it as an option', async () => {
    const { code, settings, said } = await init(['--set', `DATABASE_URL=${DATABASE_URL}`, '--set', 'NONSENSE=1']);
    expect(code).toBe(1);
    expect(settings).toBe(null);
    expect(said).toContain('name the file that holds it as DATABASE_URL_FILE');
    expect(said).toContain('--set needs NAME=VALUE');
    expect(said).not.toContain('hunter22');
  });

  it('threat: a site that is taken over — the owner of the tables is not in its settings', async () => {
    const environment = { DATABASE_URL, DATABASE_MIGRATION_URL: 'postgresql://owner:secret@db.example.org/tessera' };
    const { settings } = await init([], { environment });
    expect(settings).not.toHaveProperty('DATABASE_MIGRATION_URL');
    expect(environment.DATABASE_MIGRATION_URL).toContain('owner');
  });

  it('a gateway of OneSpan has all named that it needs, and its administrator as a setting', async () => {
    const { code, said } = await init(['--gateway', 'onespan-server']);
    expect(code).toBe(1);
    expect(said).toContain('--onespan-server-urls is needed');
    expect(said).toContain('ONESPAN_SERVICE_PASSWORD is needed: set it');

    const args = ['--gateway', 'onespan-server', '--administrator', 'ada'];
    const needed = ['--onespan-server-urls', 'https://oas.example.org:8888'];
    const rest = ['--onespan-component-type', 'Self-Management Website'];
    const environment = { ONESPAN_SERVICE_USER: 'tessera', ONESPAN_SERVICE_PASSWORD: 'hunter22' };
    const { settings, added } = await init([...args, ...needed, ...rest], { environment });
    expect(settings).toMatchObject({ TESSERA_STAFF: 'administrator:ada', ONESPAN_SERVICE_USER: 'tessera' });
    expect(added).toEqual([]);
  });

  it('settings that do not go together are refused before anything is written', async () => {
    const { code, settings, said } = await init([], { environment: { SMTP_URL: 'smtp://mail.example.org' } });
    expect([code, settings]).toEqual([1, null]);
    expect(said).toContain('--mail-from is needed');
  });

  it('a settings file that is there stays as it is', async () => {
    await init([]);
    const before = readFileSync(file, 'utf8');
    const { code, said } = await init(['--url', 'https://id.bank.example']);
    expect(code).toBe(1);
    expect(said).toContain('is there already');
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('a finding of the doctor ends the command before it adds an account, and the file stays', async () => {
    const { code, added, settings, said } = await init(['--administrator', 'ada'], { verdict: 1 });
    expect([code, added]).toEqual([1, []]);
    expect(settings).not.toBe(null);
    expect(said).toContain('npm run doctor');
  });

  it('an administrator who cannot be added is one command away', async () => {
    const { code, said } = await init(['--administrator', 'ada'], { isAdded: false });
    expect(code).toBe(1);
    expect(said).toContain('add ada --role user --role administrator');
  });
});
