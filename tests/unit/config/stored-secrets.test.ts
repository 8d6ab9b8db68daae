import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigurationError } from '@/lib/config/configuration-error';
import { SECRET_NAMES } from '@/lib/config/environment-schema';
import { readOrCreateSecrets } from '@/lib/config/stored-secrets';

describe('the secrets of an installation', () => {
  let directory: string;
  let file: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'tessera-secrets-'));
    file = join(directory, 'secrets.json');
  });

  afterEach(() => rmSync(directory, { recursive: true }));

  it('are made at the first start, for the owner’s eyes alone, and are the same at the next', () => {
    const secrets = readOrCreateSecrets(directory);
    expect(Object.keys(secrets).toSorted()).toEqual([...SECRET_NAMES].toSorted());
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(directory)).toEqual(['secrets.json']);
    expect(readOrCreateSecrets(directory)).toEqual(secrets);
  });

  it('are others in every installation, and each of its own', () => {
    const first = Object.values(readOrCreateSecrets(directory));
    rmSync(file);
    const second = Object.values(readOrCreateSecrets(directory));
    expect(new Set([...first, ...second]).size).toBe(2 * SECRET_NAMES.length);
  });

  it.each<[string, (text: string) => string]>([
    ['empty', () => ''],
    ['cut off', (text) => text.slice(0, -20)],
    ['without one of them', (text) => text.replace('GATEWAY_ID', 'GATEWAY_IDENTIFIER')],
    ['with a key that is none', (text) => text.replace(/"k1:[0-9a-f]{64}"/, '"k1:0"')],
    ['another kind of JSON', () => '[]'],
  ])('are not made anew when the file is %s: that would lose what they encrypted', (_name, damage) => {
    readOrCreateSecrets(directory);
    const damaged = damage(readFileSync(file, 'utf8'));
    writeFileSync(file, damaged);
    expect(() => readOrCreateSecrets(directory)).toThrow(ConfigurationError);
    expect(() => readOrCreateSecrets(directory)).toThrow('is damaged; restore it from a backup');
    expect(readFileSync(file, 'utf8')).toBe(damaged);
  });

  it('are made over an attempt that was interrupted', () => {
    writeFileSync(`${file}.creating`, '{"TESSERA_SESSION', { mode: 0o600 });
    readOrCreateSecrets(directory);
    expect(readdirSync(directory)).toEqual(['secrets.json']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('are for the owner alone although the attempt left behind was not', () => {
    writeFileSync(`${file}.creating`, '');
    chmodSync(`${file}.creating`, 0o644);
    readOrCreateSecrets(directory);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
