import { describe, expect, it } from 'vitest';
import { localPath } from '@/app/sign-in/send-on';

const SITE = 'https://tessera.example.org';

describe('where to go after signing in', () => {
  it.each(['/', '/activations/act-1', '/?a=1&b=//c', '/profile#part', '/a//b', '/%2F%2Fevil.example'])(
    'is %s of this site',
    (next) => {
      expect(localPath(next)).toBe(next);
      expect(new URL(localPath(next), SITE).origin).toBe(SITE);
    },
  );

  it.each([
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
  ])('is the start when the address asks for %s', (_name, next) => {
    expect(localPath(next)).toBe('/');
  });
});
