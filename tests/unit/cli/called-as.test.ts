import { expect, it } from 'vitest';
import { calledAs } from '@/lib/cli/called-as';

it.each([
  ['/srv/tessera/lib/cli/run.mjs', 'npm run phone --'],
  ['/srv/suite/node_modules/.bin/tessera', 'npx tessera phone'],
  ['/srv/suite/node_modules/tessera/lib/cli/tessera.mjs', 'npx tessera phone'],
])('a program that Node.js runs by %s tells of %s', (script, said) => {
  expect(calledAs('phone', script)).toBe(said);
});
