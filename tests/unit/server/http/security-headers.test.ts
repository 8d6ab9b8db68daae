import { describe, expect, it } from 'vitest';
import { kindOf, SecurityHeaders, type AnswerKind } from '@/lib/server/http/security-headers';

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
  it('the headers allow this site’s passkeys and camera, and no frames of other sites', () => {
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

  it.each([true, false])('the headers block scripts and styles without a nonce (https: %s)', (isHttps) => {
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

  it('the policy of pages takes Trusted Types of the one policy that the site makes, but not in development', () => {
    expect(directives(true).get('require-trusted-types-for')).toBe("'script'");
    expect(directives(true).get('trusted-types')).toBe('default');
    expect(directives(true, true).has('require-trusted-types-for')).toBe(false);
  });

  it('browsers are told where to report violations of a page’s policy, by https to an endpoint', () => {
    expect(headersOf(true)['reporting-endpoints']).toBe('policy="/api/policy-reports"');
    expect(directives(true).get('report-to')).toBe('policy');
    expect(directives(true).get('report-uri')).toBe('/api/policy-reports');
    expect(headersOf(false)).not.toHaveProperty('reporting-endpoints');
    expect(directives(false).has('report-to')).toBe(false);
    expect(directives(false).get('report-uri')).toBe('/api/policy-reports');
    expect(directives(true, false, 'data').has('report-uri')).toBe(false);
  });

  it('the headers pin https for two years, only on https', () => {
    expect(headersOf(true)['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
    expect(directives(true).has('upgrade-insecure-requests')).toBe(true);
    expect(headersOf(false)).not.toHaveProperty('strict-transport-security');
    expect(directives(false).has('upgrade-insecure-requests')).toBe(false);
  });

  it('the headers forbid sniffing and framing, and tell other sites nothing', () => {
    expect(headersOf(true)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('the headers allow eval to the development server only', () => {
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

  it('the headers of data forbid documents, and those of a worker allow only this site', () => {
    expect(directives(true, false, 'data').get('default-src')).toBe("'none'");
    expect(directives(true, false, 'data').get('frame-ancestors')).toBe("'none'");
    expect(directives(true, false, 'script').get('default-src')).toBe("'self'");
  });
});
