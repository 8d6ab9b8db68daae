import { DAY, SECOND } from '../shared/duration';

const TWO_YEARS = (2 * 365 * DAY) / SECOND;

export type SecurityHeaders = { 'content-security-policy': string } & Record<string, string>;

/**
 * @param nonce base64; scripts and styles without it do not run
 * @param context.isHttps adds HSTS, which makes sense there only
 * @param context.isDevelopment allows what React's development build needs
 */
export function securityHeaders(nonce: string, context: { isHttps: boolean; isDevelopment: boolean }): SecurityHeaders {
  const scripts = [
    "'self'",
    `'nonce-${nonce}'`,
    "'strict-dynamic'",
    ...(context.isDevelopment ? ["'unsafe-eval'"] : []),
  ];
  const styles = ["'self'", context.isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`];
  const policy = [
    "default-src 'self'",
    `script-src ${scripts.join(' ')}`,
    `style-src ${styles.join(' ')}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(context.isHttps ? ['upgrade-insecure-requests'] : []),
  ];
  return {
    'content-security-policy': policy.join('; '),
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
    ...(context.isHttps ? { 'strict-transport-security': `max-age=${TWO_YEARS}; includeSubDomains` } : {}),
  };
}
