import { expect, it } from 'vitest';
import { calledAs } from '@/lib/cli/called-as';

it.each([
  ['/work/tessera/lib/cli/run.mjs', 'npm run phone --'],
  ['/work/suite/node_modules/.bin/tessera', 'npx tessera phone'],
  ['/work/suite/node_modules/tessera/lib/cli/tessera.mjs', 'npx tessera phone'],
])('a program that Node.js runs by %s tells of %s', (script, said) => {
  expect(calledAs('phone', script)).toBe(said);
});
