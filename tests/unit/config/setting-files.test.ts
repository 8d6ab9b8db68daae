import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSettings } from '@/lib/config/environment/read-environment';
import { FILE_SETTINGS } from '@/lib/config/environment/setting-files';
import { environmentSchema } from '@/lib/config/environment/environment-schema';
import { ConfigurationError } from '@/lib/config/configuration-error';

const folder = mkdtempSync(join(tmpdir(), 'setting-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SECRET = 'a secret of thirty-two characters';
const KEYS = `k1:${'0a'.repeat(32)}`;

function fileWith(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

function program(name: string, script: string): string {
  const file = fileWith(name, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o700);
  return file;
}

function problemsOf(variables: Record<string, string>): readonly string[] {
  try {
    readSettings(variables);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
}

describe('settings from files', () => {
  it('every setting may come from the file that its name with _FILE names, but for names of files', () => {
    const settings = Object.keys(environmentSchema.shape);
    expect(FILE_SETTINGS).toEqual(settings.filter((name) => !name.endsWith('_FILE')));
    expect(FILE_SETTINGS.filter((name) => settings.includes(`${name}_FILE`))).toEqual([]);
    expect(FILE_SETTINGS).toEqual(expect.arrayContaining(['DATABASE_URL', 'TESSERA_SESSION_SECRET', 'SMTP_URL']));
  });

  it.each(['', '\n', '\r\n'])('a file may end its only line with %j', (end) => {
    const file = fileWith('secret', `${SECRET}${end}`);
    const { environment, variables } = readSettings({ TESSERA_SESSION_SECRET_FILE: file });
    expect(environment.TESSERA_SESSION_SECRET).toBe(SECRET);
    expect(variables['TESSERA_SESSION_SECRET']).toBe(SECRET);
  });

  it('a file whose name is empty counts as not set', () => {
    expect(readSettings({ TESSERA_SESSION_SECRET_FILE: '' }).environment.TESSERA_SESSION_SECRET).toBeUndefined();
  });

  it('the start names what is wrong with a file, and nothing that is in it', () => {
    const missing = join(folder, 'missing');
    const short = fileWith('short', 'hunter2');
    expect(problemsOf({ DATABASE_URL_FILE: missing, TESSERA_SESSION_SECRET_FILE: fileWith('empty', '\n') })).toEqual([
      `DATABASE_URL_FILE names ${missing}, which cannot be read (ENOENT)`,
      `TESSERA_SESSION_SECRET_FILE names ${join(folder, 'empty')}, which is empty`,
    ]);
    expect(problemsOf({ TESSERA_SESSION_SECRET_FILE: fileWith('huge', new Uint8Array(65_537)) })).toEqual([
      `TESSERA_SESSION_SECRET_FILE names ${join(folder, 'huge')}, which has more than 65536 bytes`,
    ]);
    const said = problemsOf({ TESSERA_SESSION_SECRET_FILE: short }).join('\n');
    expect(said).toBe('TESSERA_SESSION_SECRET needs at least 32 characters');
  });

  it('a setting that is given twice is refused, since one of them would silently lose', () => {
    const file = fileWith('twice', SECRET);
    expect(problemsOf({ TESSERA_SESSION_SECRET_FILE: file, TESSERA_SESSION_SECRET: SECRET })).toEqual([
      'TESSERA_SESSION_SECRET_FILE and TESSERA_SESSION_SECRET are both set: leave one of them out',
    ]);
  });
});

describe('the command that unwraps the data keys', () => {
  it('the program gets the wrapped keys on its input, from a file too, and writes the keys', () => {
    const TESSERA_DATA_KEYS_COMMAND = `${program('unwrap', 'read wrapped; [ "$wrapped" = "$1 key" ] && echo "$KEYS"')} wrapped`;
    const TESSERA_DATA_KEYS_FILE = fileWith('wrapped', 'wrapped key\n');
    const given = { TESSERA_DATA_KEYS_COMMAND, TESSERA_DATA_KEYS_FILE, KEYS, PATH: process.env['PATH'] };
    expect(readSettings(given).environment.TESSERA_DATA_KEYS).toBe(KEYS);
  });

  it('the program is run without a shell, and sees no other secret of the site', () => {
    const seen = join(folder, 'seen');
    const file = program('look', `env > "${seen}"; echo "$2" >> "${seen}"; echo ${KEYS}`);
    readSettings({
      TESSERA_DATA_KEYS_COMMAND: `${file} first $(date)`,
      TESSERA_SESSION_SECRET: SECRET,
      VAULT_ADDR: 'https://vault.example.org',
      PATH: process.env['PATH'],
    });
    const text = readFileSync(seen, 'utf8');
    expect(text).toContain('VAULT_ADDR=https://vault.example.org');
    expect(text).toContain('$(date)');
    expect(text).not.toContain(SECRET);
  });

  it.each([
    ['exit 3', 'ended with code 3'],
    ['kill -9 $$', 'was ended by SIGKILL'],
    ['true', 'has written no keys'],
    ['head -c 70000 /dev/zero', 'could not be run (ENOBUFS)'],
  ])('the start fails when its script is "%s"', (script, problem) => {
    const TESSERA_DATA_KEYS_COMMAND = program('failing', script);
    const given = { TESSERA_DATA_KEYS_COMMAND, PATH: process.env['PATH'] ?? '' };
    expect(problemsOf(given)).toEqual([
      `TESSERA_DATA_KEYS_COMMAND names ${TESSERA_DATA_KEYS_COMMAND}, which ${problem}`,
    ]);
  });

  it('the start says that there is no such program, and that what it wrote are no keys, without the text', () => {
    const none = join(folder, 'none');
    expect(problemsOf({ TESSERA_DATA_KEYS_COMMAND: none })).toEqual([
      `TESSERA_DATA_KEYS_COMMAND names ${none}, which could not be run (ENOENT)`,
    ]);
    const said = problemsOf({ TESSERA_DATA_KEYS_COMMAND: program('chatty', 'echo permission denied') });
    expect(said).toEqual([expect.stringMatching(/^TESSERA_DATA_KEYS needs id:key pairs/)]);
  });
});
