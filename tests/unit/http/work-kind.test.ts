import { expect, test } from 'vitest';
import { workKind } from '@/lib/http/load/load-shedder';

test.each([
  ['/', 'new'],
  ['/activations/new', 'new'],
  ['/sign-in', 'new'],
  ['/api/auth/callback/credentials', 'new'],
  ['/rest/v2/provisioning/DSAPPSRPGenerateEphemeralKey', 'first-connection'],
  ['/rest/v2/provisioning/DSAPPSRPGenerateActivationData', 'begun'],
  ['/rest/v2/provisioning/MdlAddDevice', 'begun'],
  ['/rest/v2/provisioning/MdlActivate', 'begun'],
  ['/activations/act-0123456789abcdef', 'begun'],
  ['/api/activations/act-0123456789abcdef/credentials', 'begun'],
  ['/api/activations/act-0123456789abcdef/status', 'light'],
  ['/api/invitation/inv-1/status', 'light'],
  ['/api/authenticator/login-requests', 'light'],
  ['/_next/static/chunks/main.js', 'light'],
  ['/api/health', 'light'],
  ['/api/health/live', 'light'],
  ['/api/metrics', 'light'],
  ['/api/v1/people', 'new'],
])('%s is %s', (path, kind) => {
  expect(workKind({ path, request: { method: 'GET', headers: {} } })).toBe(kind);
});

test('a program that waits for news is light, one that changes something is not', () => {
  const path = '/api/v1/invitations/inv-1';
  const headers = { prefer: 'wait=10' };
  expect(workKind({ path, request: { method: 'GET', headers } })).toBe('light');
  expect(workKind({ path, request: { method: 'PATCH', headers } })).toBe('new');
  expect(workKind({ path: '/helpdesk', request: { method: 'GET', headers } })).toBe('new');
});

test.each([
  ['GET', '/activations/new', 'tessera.session=x', 'page'],
  ['GET', '/', 'tessera.language=de; __Host-tessera.session=x', 'page'],
  ['POST', '/activations/new', 'tessera.session=x', 'new'],
  ['GET', '/sign-in', 'tessera.language=de', 'new'],
  ['GET', '/activations/act-1', 'tessera.session=x', 'begun'],
])('%s %s with %s is %s', (method, path, cookie, kind) => {
  expect(workKind({ path, request: { method, headers: { cookie } } })).toBe(kind);
});
