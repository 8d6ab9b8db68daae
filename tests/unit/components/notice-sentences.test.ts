import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repository } from '../../support/repository';

/** A notice lays its children out one below the other, so that a sentence with a time in it would fall apart into lines. */
const LOOSE = /<Notice\b[^<]*?>\s*(?:\{[^{}<]*\(\s*)?<RichText/;

const FILES = ['app', 'components'].flatMap((folder) =>
  readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => join(folder, file)),
);

it('a notice keeps a sentence with a time or a name in it together', () => {
  expect(FILES.filter((file) => LOOSE.test(readFileSync(join(repository, file), 'utf8')))).toEqual([]);
});
