import { describe, expect, it } from 'vitest';
import { securityHeaders } from '@/lib/web/security-headers';

const NONCE = 'bm9uY2U=';

function directives(isHttps: boolean, isDevelopment = false): Map<string, string> {
  const policy = securityHeaders(NONCE, { isHttps, isDevelopment })['content-security-policy'];
  return new Map(policy.split('; ').map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1).join(' ')]));
}

describe('the security headers', () => {
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
    const onHttps = securityHeaders(NONCE, { isHttps: true, isDevelopment: false });
    expect(onHttps['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
    expect(directives(true).has('upgrade-insecure-requests')).toBe(true);
    const onHttp = securityHeaders(NONCE, { isHttps: false, isDevelopment: false });
    expect(onHttp).not.toHaveProperty('strict-transport-security');
    expect(directives(false).has('upgrade-insecure-requests')).toBe(false);
  });

  it('guess no types, allow no frames, and tell other sites nothing', () => {
    expect(securityHeaders(NONCE, { isHttps: true, isDevelopment: false })).toMatchObject({
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
});
