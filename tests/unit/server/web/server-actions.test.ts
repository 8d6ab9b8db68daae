import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesContaining } from '../../../support/files-containing';
import { repository } from '../../../support/repository';

test('threat: a server action closes over a value, which browsers would hold under a key shared by every build', () => {
  const files = ['app', 'components', 'lib'].flatMap((folder) =>
    ["'use server'", '"use server"'].flatMap((directive) => filesContaining(join(repository, folder), directive)),
  );
  // An action of a module's top level has nothing to close over; one that a component makes has all that it sees.
  const directives = files.flatMap((file) => readFileSync(file, 'utf8').match(/^.*['"]use server['"].*$/gm) ?? []);
  const first = files.map((file) => readFileSync(file, 'utf8').split('\n', 1)[0]);
  expect(directives.length).toBeGreaterThan(10);
  expect(new Set([...directives, ...first])).toEqual(new Set(["'use server';"]));
  expect(directives).toHaveLength(files.length);
});
