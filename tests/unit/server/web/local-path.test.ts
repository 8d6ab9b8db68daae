import { describe, expect, it } from 'vitest';
import { localPath } from '@/lib/server/web/local-path';

const SITE = 'https://tessera.example.org';

describe('where to go after signing in', () => {
  it.each(['/', '/activations/act-1', '/?a=1&b=//c', '/profile#part', '/a//b', '/%2F%2Fevil.example'])(
    'the path %s of this site is kept',
    (next) => {
      expect(localPath(next)).toBe(next);
      expect(new URL(localPath(next), SITE).origin).toBe(SITE);
    },
  );

  it.each([
    ['/日本', '/%E6%97%A5%E6%9C%AC'],
    ['/a b?q=ł&r=é', '/a%20b?q=%C5%82&r=%C3%A9'],
    ['/🙂#ü', '/%F0%9F%99%82#%C3%BC'],
    ['/..//é', '/..//%C3%A9'],
  ])('the path %s of this site is encoded for a header', (next, encoded) => {
    expect(localPath(next)).toBe(encoded);
    expect(() => new Headers({ location: localPath(next) })).not.toThrow();
    expect(new URL(localPath(next), SITE).origin).toBe(SITE);
  });

  it.each([
    ['half a character', '/\ud800'],
    ['another site', 'https://evil.example'],
    ['without a scheme', '//evil.example'],
    ['three slashes', '///evil.example'],
    ['a backslash for a slash', '/\\evil.example'],
    ['backslashes', '\\\\evil.example'],
    ['a tab that browsers drop', '/\t/evil.example'],
    ['a line break that browsers drop', '/\n/evil.example'],
    ['a backslash further on', '/a\\..\\..\\evil.example'],
    ['a script', 'javascript:alert(1)'],
    ['a space in front', ' //evil.example'],
    ['a relative path', 'profile'],
    ['an at sign', '@evil.example'],
    ['nothing', ''],
    ['far too much', `/${'a'.repeat(500)}`],
    ['several', ['/profile', '/profile']],
    ['none', undefined],
  ])('the path is the start page when the address asks for %s', (_name, next) => {
    expect(localPath(next)).toBe('/');
  });
});
