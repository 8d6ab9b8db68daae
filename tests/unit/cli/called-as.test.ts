import { expect, it } from 'vitest';
import { calledAs } from '@/lib/cli/called-as';

it.each([
  ['/srv/tessera/lib/cli/run.mjs', 'npm run phone --'],
  ['/srv/suite/node_modules/.bin/tessera', 'npx --no-install tessera phone'],
  ['/srv/suite/node_modules/@tessera-auth/kit/site/lib/cli/tessera.mjs', 'npx --no-install tessera phone'],
])('a program that Node.js runs by %s tells of %s', (script, said) => {
  expect(calledAs('phone', script)).toBe(said);
});
