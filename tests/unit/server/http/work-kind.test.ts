import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { workKind } from '@/lib/server/http/load/load-shedder';
import { repository } from '../../../support/repository';

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
  ['/api/policy-reports', 'light'],
  ['/api/v1/people', 'new'],
])('%s is %s', (path, kind) => {
  expect(workKind({ path, request: { method: 'GET', headers: {} } })).toBe(kind);
});

test.each([
  '/icon.made-up',
  '/.well-known/made-up',
  '/api/health/made-up',
  '/api/metrics/made-up',
  '/api/made-up/x/status',
  '/api/helpdesk/made-up/x/status',
  '/api/activations/x/y/status',
  '/api/authenticator/made-up',
])('threat: an address is made up to count as light — %s counts as a page', (path) => {
  expect(workKind({ path, request: { method: 'GET', headers: {} } })).not.toBe('light');
});

test('the address of every long poll is light', () => {
  const folder = join(repository, 'lib/server/web/long-polls');
  const sources = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const routes = sources.flatMap((source) =>
    [...source.matchAll(/^ {4}route: '([^']+)'/gm)].map(([, route = '']) => route),
  );
  expect(routes.length).toBeGreaterThan(7);
  for (const route of routes) {
    const path = route.replace('[name]', 'one');
    expect({ path, kind: workKind({ path, request: { method: 'GET', headers: {} } }) }).toEqual({
      path,
      kind: 'light',
    });
  }
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
