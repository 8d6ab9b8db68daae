import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repository } from '../../support/repository';

const elements = ['app', 'components']
  .flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  )
  .filter((path) => path.endsWith('.tsx'))
  .flatMap((path) =>
    [...readFileSync(join(repository, path), 'utf8').matchAll(/<(?:fieldset|legend)\b[^>]*/g)].map(
      ([tag]) => `${path}: ${tag}`,
    ),
  );

it('no fieldset is a grid and no legend floats, because WebKit keeps them as high and wide as they first were', () => {
  expect(elements.length).toBeGreaterThan(8);
  expect(elements.filter((element) => /[\s"'`:](?:(?:inline-)?grid|float-\w+)[\s"'`]/.test(element))).toEqual([]);
});
