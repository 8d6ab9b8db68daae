import { describe, expect, it } from 'vitest';
import { siteNames } from '@/lib/server/http/checks/site-names';

const PORT = 3000;

function named(publicUrl: string, host = '127.0.0.1', otherHosts: string[] = []) {
  return siteNames({ publicUrl, isHttps: publicUrl.startsWith('https:'), host, port: PORT, otherHosts });
}

describe('the names of a site', () => {
  it('the site’s names are its public one, with and without the default port, and those of this machine', () => {
    const { hosts, origins } = named('https://Bank.example');
    expect([...hosts]).toEqual(['bank.example', 'bank.example:443', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000']);
    expect(origins.has('https://bank.example')).toBe(true);
    expect(origins.has('http://bank.example')).toBe(false);
  });

  it('threat: a page of another program on the reader’s computer — is of no origin of an https site', () => {
    for (const host of ['127.0.0.1', '0.0.0.0', '::1', '192.0.2.7'])
      expect([...named('https://bank.example', host).origins]).toEqual(['https://bank.example']);
    expect(named('http://localhost:3000').origins).toContain('http://127.0.0.1:3000');
  });

  it('further names can be configured, with the scheme of the public one', () => {
    const { hosts, origins } = named('https://bank.example', '127.0.0.1', ['tessera.internal:8443', 'other.example']);
    for (const host of ['tessera.internal:8443', 'other.example', 'other.example:443']) expect(hosts).toContain(host);
    for (const origin of ['https://tessera.internal:8443', 'https://other.example']) expect(origins).toContain(origin);
  });

  it.each([
    ['192.0.2.7', ['192.0.2.7:3000'], ['localhost:3000']],
    ['2001:db8::7', ['[2001:db8::7]:3000'], ['localhost:3000']],
    ['0.0.0.0', ['localhost:3000'], ['0.0.0.0:3000']],
    ['::', ['[::1]:3000', 'localhost:3000'], ['[::]:3000']],
    ['::1', ['[::1]:3000', 'localhost:3000'], []],
    ['127.0.0.5', ['127.0.0.5:3000', 'localhost:3000'], []],
  ])('the site’s names include the bound host: %s', (host, included, excluded) => {
    const { hosts } = named('https://bank.example', host);
    for (const name of included) expect(hosts).toContain(name);
    for (const name of excluded) expect(hosts).not.toContain(name);
  });
});
