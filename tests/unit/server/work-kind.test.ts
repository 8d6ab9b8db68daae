import { expect, test } from 'vitest';
import { workKind } from '@/lib/server/http/load-shedder';

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
  ['/api/metrics', 'light'],
])('%s is %s', (path, kind) => {
  expect(workKind({ path })).toBe(kind);
});
