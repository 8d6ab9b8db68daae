import { expect, it } from 'vitest';
import { calledAs } from '@/lib/cli/called-as.mjs';

it.each([
  ['/srv/tessera/lib/cli/run.mjs', 'npm run phone --'],
  ['/opt/tessera/bin/tessera', 'tessera phone'],
  ['/usr/local/bin/tessera', 'tessera phone'],
  ['/srv/suite/node_modules/.bin/tessera', 'npx --no-install tessera phone'],
  ['/srv/suite/node_modules/@tessera-auth/kit/site/lib/cli/tessera.mjs', 'npx --no-install tessera phone'],
])('a program that Node.js runs by %s tells of %s', (script, said) => {
  expect(calledAs('phone', script)).toBe(said);
});

it('a program of two words is called by its script in the repository, and by its name elsewhere', () => {
  expect(calledAs('audit-verify', '/srv/tessera/lib/cli/run.mjs')).toBe('npm run audit:verify --');
  expect(calledAs('audit-verify', '/usr/bin/tessera')).toBe('tessera audit-verify');
});
