import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { settingsFile, writeSettingsFile } from '@/lib/cli/init/settings-file';
import { readEnvironment } from '@/lib/config/environment/read-environment';

/** As a shell reads it, and, by the same rules for quotes, systemd and Compose. */
function inShell(file: string, name: string): string {
  return execFileSync('sh', ['-c', `set -a; . "$1"; printenv ${name}`, 'sh', file], { encoding: 'utf8' }).slice(0, -1);
}

describe('the settings file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-settings-'));

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('the file says to Node.js and to a shell what was answered, whatever characters it has', () => {
    const value = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((text) => !/['\r\n\0]/.test(text));
    let files = 0;
    fc.assert(
      fc.property(value, (TESSERA_ORGANISATION) => {
        const file = join(folder, String((files += 1)));
        writeSettingsFile(file, { TESSERA_ORGANISATION });
        expect(parseEnv(settingsFile({ TESSERA_ORGANISATION }))).toEqual({ TESSERA_ORGANISATION });
        expect(inShell(file, 'TESSERA_ORGANISATION')).toBe(TESSERA_ORGANISATION);
      }),
      { numRuns: 40 },
    );
  });

  it('what stands behind a # is each setting that such a site may want, and none of another gateway', () => {
    const text = settingsFile({ GATEWAY: 'onespan-cloud', ONESPAN_CLOUD_DOMAIN: 'example.org' });
    expect(text).toMatch(/^# TESSERA_TIME_ZONE=Europe\/Berlin$/m);
    expect(text).toMatch(/^ONESPAN_CLOUD_DOMAIN=example.org$/m);
    expect(text).not.toContain('ONESPAN_SERVER_URLS');
    const uncommented = parseEnv(settingsFile({}).replaceAll(/^# ([A-Z_]+=)/gm, '$1'));
    // Examples, each of which its setting takes; those without a value are for somebody to fill in.
    const { TESSERA_DEMO: _demo, ...examples } = uncommented;
    const filled = Object.fromEntries(
      Object.entries(examples).filter(([, value]) => value !== '' && value !== 'k1:' && !String(value).startsWith('/')),
    );
    expect(Object.keys(filled).length).toBeGreaterThan(20);
    const alone = ['TESSERA_URL', 'HOST', 'PORT', 'TESSERA_TRUSTED_PROXIES', 'MAIL_FROM'];
    for (const name of alone) expect(() => readEnvironment({ [name]: filled[name] })).not.toThrow();
  });

  it('the file is its owner’s alone, and nothing overwrites it', () => {
    const file = join(folder, 'owned');
    writeSettingsFile(file, {});
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(() => writeSettingsFile(file, {})).toThrow('EEXIST');
  });

  it('a value that no reader would read as it is written is not written', () => {
    expect(() => settingsFile({ TESSERA_ORGANISATION: "Ada's Bank" })).toThrow(RangeError);
  });
});
