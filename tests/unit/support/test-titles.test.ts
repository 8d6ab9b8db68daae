import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../../support/repository';
import { titleFault, titlesOf } from '../../support/test-titles';

const SUITES = ['unit', 'contract', 'integration', 'e2e', 'foreign'];

test('every title of a test is a sentence with a subject, on one line of a log', () => {
  const files = SUITES.flatMap((suite) =>
    readdirSync(join(repository, 'tests', suite), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.includes('node_modules'))
      .map((name) => join('tests', suite, name)),
  );
  const titles = files.flatMap((path) => titlesOf(path, readFileSync(join(repository, path), 'utf8')));
  expect(titles.length).toBeGreaterThan(2_500);
  const wrong = titles.flatMap(({ place, title }) => {
    const fault = titleFault(title);
    return fault === null ? [] : [`${place} "${title}" ${fault}`];
  });
  expect(wrong).toEqual([]);
});

test.each([
  ['finds none that was never made', 'begins with a verb'],
  ['is taken once', 'begins with a verb'],
  ['cannot be guessed', 'begins with a verb'],
  ['goes on with the next', 'begins with a verb'],
  ['threat: signs in twice', 'begins with a verb'],
  ['RFC 6238 §5.2: accepts a step once', 'begins with a verb'],
  ['a link of somebody else is refused', 'does not name its subject'],
  [`the store ${'keeps '.repeat(20)}it`, 'is longer than'],
])('the title "%s" is refused: it %s', (title, fault) => {
  expect(titleFault(title)).toContain(fault);
});

test.each([
  'the store returns null for an unknown ID',
  'devices can be renamed',
  'names are compared without case',
  'threat: a stolen key — opens nothing',
  'RFC 6238 §5.2: a time step is accepted once',
  '%s is refused',
])('the title "%s" is a sentence with a subject', (title) => {
  expect(titleFault(title)).toBeNull();
});

test('a title is found in every form of a declaration', () => {
  const source = `
    test('plain', () => {});
    it.skipIf(true)('conditional', () => {});
    test.each([['a']])('of each %s', () => {});
    it.each\`name\${1}\`('of a table', () => {});
    test(\`of a \${kind}\`, () => {});
    test.describe('group', () => test.step('step', () => {}));
    test.skip(isOff, 'no title');
  `;
  expect(titlesOf('a.test.ts', source)).toEqual([
    { place: 'a.test.ts:2', title: 'plain' },
    { place: 'a.test.ts:3', title: 'conditional' },
    { place: 'a.test.ts:4', title: 'of each %s' },
    { place: 'a.test.ts:5', title: 'of a table' },
    { place: 'a.test.ts:6', title: 'of a ${…}' },
  ]);
});
