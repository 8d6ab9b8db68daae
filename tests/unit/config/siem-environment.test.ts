import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigurationError } from '@/lib/config/configuration-error';
import { readEnvironment } from '@/lib/config/environment/read-environment';
import { siemFrom } from '@/lib/config/sections/siem-config';
import { ThrowAwayAuthority } from '@/lib/kit/gateways/wire/throw-away-authority';

const folder = mkdtempSync(join(tmpdir(), 'siem-settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

function problemsOf(variables: Record<string, string>): readonly string[] {
  try {
    readEnvironment(variables);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
}

const of = (TESSERA_SIEM: string) => siemFrom(readEnvironment({ TESSERA_SIEM }));

describe('the settings of a SIEM', () => {
  it('the port is that of syslog over TLS unless it is named', () => {
    expect(of('siem.example.org')).toEqual({
      host: 'siem.example.org',
      port: 6514,
      https: null,
      tls: { authority: null, identity: null },
    });
    expect(of('192.0.2.7:10514')).toMatchObject({ host: '192.0.2.7', port: 10_514 });
    expect(siemFrom(readEnvironment({}))).toBeNull();
  });

  it.each([
    'https://ann:secret@siem.example.org',
    'http://siem.example.org',
    'siem.example.org:0',
    'siem.example.org:70000',
    'a b',
  ])('the address %s is refused at the start', (TESSERA_SIEM) => {
    expect(problemsOf({ TESSERA_SIEM })).toEqual([expect.stringMatching(/^TESSERA_SIEM needs the name of a host/)]);
  });

  it('an address of https takes posts, with the header that is set for it', () => {
    const variables = {
      TESSERA_SIEM: 'https://siem.example.org:8088/services/collector/raw',
      TESSERA_SIEM_AUTHORIZATION: 'Splunk a-token',
    };
    expect(siemFrom(readEnvironment(variables))).toMatchObject({
      host: 'siem.example.org',
      port: 8088,
      https: { url: variables.TESSERA_SIEM, authorization: 'Splunk a-token' },
    });
    expect(problemsOf({ ...variables, TESSERA_SIEM: 'siem.example.org' })).toEqual([
      expect.stringContaining('needs an https:// address'),
    ]);
    expect(problemsOf({ ...variables, TESSERA_SIEM_AUTHORIZATION: 'Splunk a\r\nx: y' })).toHaveLength(1);
  });

  it('a site that was set to send CEF says at its start that there is none', () => {
    expect(problemsOf({ TESSERA_SIEM: 'siem.example.org', TESSERA_SIEM_FORMAT: 'cef' })).toEqual([
      expect.stringContaining('have the SIEM parse OCSF'),
    ]);
    expect(problemsOf({ TESSERA_SIEM: 'siem.example.org', TESSERA_SIEM_FORMAT: 'ocsf' })).toEqual([]);
  });

  it('a client certificate needs its own key', () => {
    const authority = new ThrowAwayAuthority('Authority');
    const [one, other] = [authority.issue({ commonName: 'one' }), authority.issue({ commonName: 'other' })];
    const TESSERA_SIEM_CERTIFICATE_FILE = written('one.pem', one.cert);
    expect(problemsOf({ TESSERA_SIEM_CERTIFICATE_FILE })).toEqual([
      'TESSERA_SIEM_CERTIFICATE_FILE and TESSERA_SIEM_KEY_FILE need each other',
    ]);
    const keyOf = (key: string) => ({ TESSERA_SIEM_CERTIFICATE_FILE, TESSERA_SIEM_KEY_FILE: written('key.pem', key) });
    expect(problemsOf(keyOf(other.key))).toEqual([
      'TESSERA_SIEM_KEY_FILE holds another key than that of TESSERA_SIEM_CERTIFICATE_FILE',
    ]);
    expect(problemsOf(keyOf(one.key))).toEqual([]);
  });
});
