import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../../support/repository';
import { titlesOf } from '../../support/test-titles';

const ENGINES = ['Firefox', 'WebKit'];

const table = readFileSync(join(repository, 'public', 'docs', 'engines.md'), 'utf8');

const rows = table
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| feature'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  .filter(([feature = '']) => !feature.startsWith('--'));

/** By their numbers in the list. */
const named = new Map([...table.matchAll(/^(\d+)\. (.+)$/gm)].map(([, number = '', title = '']) => [number, title]));

const e2e = join(repository, 'tests', 'e2e');

const titles = new Set(
  readdirSync(e2e, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.spec.ts'))
    .flatMap((path) => titlesOf(path, readFileSync(join(e2e, path), 'utf8')))
    .map(({ title }) => title),
);

test('a cell of the engines’ table says tested, documented with its source, or unknown', () => {
  expect(rows.length).toBeGreaterThan(20);
  const sources = new Set([...table.matchAll(/^\[([\w.-]+)\]: https:\/\//gm)].map(([, name]) => name));
  const wrong = rows.flatMap(([feature, ...cells]) =>
    cells.flatMap((cell) => {
      if (cell === 'unknown' || named.has(/^tested (\d+)$/.exec(cell)?.[1] ?? '')) return [];
      return sources.has(/^\[documented\]\[([\w.-]+)\]$/.exec(cell)?.[1] ?? '') ? [] : [`${feature}: ${cell}`];
    }),
  );
  expect(wrong).toEqual([]);
});

test('a test that the engines’ table names exists, and those of the other engines are named for them alone', () => {
  const unknown = [...named.values()].filter((title) => !titles.has(title.replace('{engine}', '${…}')));
  expect(unknown).toEqual([]);
  const columns = ['Chromium', ...ENGINES, 'iOS Safari'];
  const wrong = rows.flatMap(([feature, ...cells]) =>
    cells.flatMap((cell, column) => {
      const title = named.get(/^tested (\d+)$/.exec(cell)?.[1] ?? '');
      const isOfWalk = title?.includes('{engine}') ?? false;
      return title === undefined || isOfWalk === ENGINES.includes(columns[column] ?? '') ? [] : [`${feature}: ${cell}`];
    }),
  );
  expect(wrong).toEqual([]);
});

test('each test that the engines’ table lists stands in one of its cells', () => {
  const used = new Set(rows.flat().flatMap((cell) => /^tested (\d+)$/.exec(cell)?.[1] ?? []));
  expect([...named.keys()].filter((number) => !used.has(number))).toEqual([]);
});
