import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigurationError } from '@/lib/config/configuration-error';
import { SECRET_NAMES } from '@/lib/config/sections/data-settings';
import { readOrCreateSecrets } from '@/lib/config/data-directory/stored-secrets';

describe('the secrets of an installation', () => {
  let directory: string;
  let file: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'tessera-secrets-'));
    file = join(directory, 'secrets.json');
  });

  afterEach(() => rmSync(directory, { recursive: true }));

  it('secrets are generated at the first start, readable by the owner alone, and stay the same', () => {
    const secrets = readOrCreateSecrets(directory, {});
    expect(Object.keys(secrets).toSorted()).toEqual([...SECRET_NAMES].toSorted());
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(directory)).toEqual(['secrets.json']);
    expect(readOrCreateSecrets(directory, {})).toEqual(secrets);
  });

  it('every installation generates secrets of its own', () => {
    const first = Object.values(readOrCreateSecrets(directory, {}));
    rmSync(file);
    const second = Object.values(readOrCreateSecrets(directory, {}));
    expect(new Set([...first, ...second]).size).toBe(2 * SECRET_NAMES.length);
  });

  it.each<[string, (text: string) => string]>([
    ['empty', () => ''],
    ['cut off', (text) => text.slice(0, -20)],
    ['without one of them', (text) => text.replace('GATEWAY_ID', 'GATEWAY_IDENTIFIER')],
    ['with a key that is none', (text) => text.replace(/:[0-9a-f]{64}"/, ':0"')],
    ['another kind of JSON', () => '[]'],
  ])(
    'the file of secrets is not replaced when it is %s, since that would lose what they encrypted',
    (_name, damage) => {
      readOrCreateSecrets(directory, {});
      const damaged = damage(readFileSync(file, 'utf8'));
      writeFileSync(file, damaged);
      expect(() => readOrCreateSecrets(directory, {})).toThrow(ConfigurationError);
      expect(() => readOrCreateSecrets(directory, {})).toThrow('is damaged; restore it from a backup');
      expect(readFileSync(file, 'utf8')).toBe(damaged);
    },
  );

  it('threat: secrets are not regenerated beside a database, which only the old ones can read', () => {
    mkdirSync(join(directory, 'database'));
    expect(() => readOrCreateSecrets(directory, {})).toThrow(ConfigurationError);
    expect(() => readOrCreateSecrets(directory, {})).toThrow('secrets.json is missing, and the database beside it');
    expect(readdirSync(directory)).toEqual(['database']);
  });

  it('secrets of the environment take precedence, and with all of them no file is needed', () => {
    const { TESSERA_SESSION_SECRET: given } = readOrCreateSecrets(directory, {});
    expect(given).toMatch(/^[0-9a-f]{64}$/);
    const other = { TESSERA_SESSION_SECRET: 'x'.repeat(32) };
    expect(readOrCreateSecrets(directory, other).TESSERA_SESSION_SECRET).toBe(other.TESSERA_SESSION_SECRET);
    const all = readOrCreateSecrets(directory, {});
    rmSync(file);
    mkdirSync(join(directory, 'database'));
    expect(readOrCreateSecrets(directory, all)).toEqual(all);
    expect(readdirSync(directory)).toEqual(['database']);
  });

  it('every installation names its data key differently', () => {
    const [first] = readOrCreateSecrets(directory, {}).TESSERA_DATA_KEYS.split(':');
    rmSync(file);
    const [second] = readOrCreateSecrets(directory, {}).TESSERA_DATA_KEYS.split(':');
    expect(first).toMatch(/^k-[0-9a-f]{8}$/);
    expect(second).not.toBe(first);
  });

  it('an interrupted generation of secrets is repeated', () => {
    writeFileSync(`${file}.creating`, '{"TESSERA_SESSION', { mode: 0o600 });
    readOrCreateSecrets(directory, {});
    expect(readdirSync(directory)).toEqual(['secrets.json']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('a readable leftover of an interrupted generation does not weaken the file’s mode', () => {
    writeFileSync(`${file}.creating`, '');
    chmodSync(`${file}.creating`, 0o644);
    readOrCreateSecrets(directory, {});
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
