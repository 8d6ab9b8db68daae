import { describe, expect, it } from 'vitest';
import { kindOf, SecurityHeaders, type AnswerKind } from '@/lib/http/security-headers';

const NONCE = 'bm9uY2U=';

function directives(isHttps: boolean, isDevelopment = false, kind: AnswerKind = 'page'): Map<string, string> {
  const policy = new SecurityHeaders({ isHttps, isDevelopment }).policyOf(kind, NONCE);
  return new Map(policy.split('; ').map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1).join(' ')]));
}

function headersOf(isHttps: boolean): Record<string, string> {
  const lines = new SecurityHeaders({ isHttps, isDevelopment: false }).toText().trimEnd().split('\r\n');
  return Object.fromEntries(lines.map((line) => line.split(': ') as [string, string]));
}

describe('the security headers', () => {
  it('let this site use passkeys and the camera, and no frame of another', () => {
    expect(headersOf(true)['permissions-policy']?.split(', ')).toEqual([
      'camera=(self)',
      'geolocation=()',
      'microphone=()',
      'payment=()',
      'publickey-credentials-create=(self)',
      'publickey-credentials-get=(self)',
      'usb=()',
    ]);
  });

  it.each([true, false])('let no script or style run that has no nonce (https: %s)', (isHttps) => {
    const policy = directives(isHttps);
    expect([...policy.values()].join(' ')).not.toMatch(/unsafe-|\*|https?:/);
    expect(policy.get('script-src')).toBe(`'self' 'nonce-${NONCE}' 'strict-dynamic'`);
    expect(policy.get('style-src')).toContain(`'nonce-${NONCE}'`);
  });

  it.each([
    ['default-src', "'self'"],
    ['connect-src', "'self'"],
    ['form-action', "'self'"],
    ['frame-ancestors', "'none'"],
    ['object-src', "'none'"],
    ['base-uri', "'none'"],
  ])('%s is %s', (directive, value) => {
    expect(directives(true).get(directive)).toBe(value);
  });

  it('ask browsers to stay on https for two years, where https is what there is', () => {
    expect(headersOf(true)['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
    expect(directives(true).has('upgrade-insecure-requests')).toBe(true);
    expect(headersOf(false)).not.toHaveProperty('strict-transport-security');
    expect(directives(false).has('upgrade-insecure-requests')).toBe(false);
  });

  it('guess no types, allow no frames, and tell other sites nothing', () => {
    expect(headersOf(true)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('loosen what the development server needs, and there alone', () => {
    expect(directives(false, true).get('script-src')).toContain("'unsafe-eval'");
  });

  it.each([
    ['/', 'page'],
    ['/sign-in', 'page'],
    ['/api/auth/signout', 'page'],
    ['/authenticator/service-worker.js', 'page'],
    ['/api/activations/x/image.png', 'data'],
    ['/rest/v2/provisioning/MdlActivate', 'data'],
    ['/_next/static/chunks/x.js', 'script'],
  ])('the security headers of %s are those of a %s', (path, kind) => {
    expect(kindOf(path)).toBe(kind);
  });

  it('let data be no document, and a worker load what is of this site alone', () => {
    expect(directives(true, false, 'data').get('default-src')).toBe("'none'");
    expect(directives(true, false, 'data').get('frame-ancestors')).toBe("'none'");
    expect(directives(true, false, 'script').get('default-src')).toBe("'self'");
  });
});
