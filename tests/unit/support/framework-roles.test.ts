import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../../support/repository';

const NEXT = join(repository, 'node_modules/next/dist/client');

const HELPER = 'tests/support/browser/alert-in.ts';

test('no suite finds by hand a role that an element of Next.js has too', () => {
  const roles = new Set(
    sourcesBelow(NEXT, '.js').flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/\brole(?::| =) ["'](\w+)["']/g)].map(([, role]) => role ?? ''),
    ),
  );
  // The announcer of routes. Where another one comes, its role needs a helper.
  expect([...roles]).toEqual(['alert']);
  // A foreign suite has nothing of the repository: `main` keeps the framework's elements out there.
  const byHand = new RegExp(`(?<!getByRole\\('main'\\)\\.)getByRole\\(\\s*['"\`](${[...roles].join('|')})['"\`]`);
  const files = ['tests', 'lib/kit'].flatMap((folder) => sourcesBelow(join(repository, folder), '.ts'));
  expect(files.length).toBeGreaterThan(1_000);
  const wrong = files
    .map((path) => relative(repository, path))
    .filter((path) => path !== HELPER && byHand.test(readFileSync(join(repository, path), 'utf8')));
  expect(wrong).toEqual([]);
});

function sourcesBelow(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !name.includes('node_modules'))
    .map((name) => join(folder, name));
}
