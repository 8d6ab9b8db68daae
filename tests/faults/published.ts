import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeMarkup } from '@/lib/shared/text/escape-markup';
import { repository } from '../support/repository';
import type { Cell } from './cell';
import { PARTS } from './parts';

const FOLDER = join(repository, 'public', 'docs');

/** Cells by the part that made them. */
export type Matrix = Record<string, Cell[]>;

export function readMatrix(): Matrix {
  const file = join(FOLDER, 'faults.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Matrix) : {};
}

/** Writes `public/docs/faults.json`, a line for each cell, so that a change is a line in review, and the page that shows it. */
export function publish(matrix: Matrix): void {
  const json = partsOf(matrix).map(
    ([name, cells]) => `${JSON.stringify(name)}: [\n${cells.map((cell) => JSON.stringify(cell)).join(',\n')}\n]`,
  );
  writeFileSync(join(FOLDER, 'faults.json'), `{\n${json.join(',\n')}\n}\n`);
  writeFileSync(join(FOLDER, 'faults.html'), renderMatrix(matrix));
}

/** In the order of the page. */
function partsOf(matrix: Matrix): (readonly [string, Cell[]])[] {
  return Object.keys(PARTS).flatMap((name) => (matrix[name] ? [[name, matrix[name]] as const] : []));
}

/** The page, which says what the data says. */
export function renderMatrix(matrix: Matrix): string {
  const parts = partsOf(matrix);
  const count = parts.reduce((sum, [, cells]) => sum + cells.length, 0);
  const sections = parts.map(([name, cells]) => {
    const { title, about } = PARTS[name] ?? { title: name, about: '' };
    const calls = [...new Set(cells.map(({ call }) => call))];
    const tables = calls.map((call) =>
      table(
        call,
        cells.filter((cell) => cell.call === call),
      ),
    );
    return `<section><h2 id="${name}">${escapeMarkup(title)}</h2>\n<p>${escapeMarkup(about)}</p>\n${tables.join('\n')}\n</section>`;
  });
  const contents = parts.map(([name]) => `<li><a href="#${name}">${escapeMarkup(PARTS[name]?.title ?? name)}</a></li>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>What happens when a call fails · Tessera</title>
<link rel="stylesheet" href="/docs/faults.css">
</head>
<body>
<main>
<h1>What happens when a call fails</h1>
<p>Calls of the phone and of the site’s gateways, by everything that can go wrong with it: what people see and hear,
what is kept, and how the next try ends. Each of the ${count} lines was made by a run (<code>npm run faults</code>).
The same as data: <a href="/docs/faults.json">faults.json</a>.</p>
<nav aria-label="Contents"><ul>${contents.join('')}</ul></nav>
${sections.join('\n')}
</main>
</body>
</html>
`;
}

function table(call: string, cells: Cell[]): string {
  const rows = cells.map(({ fault, once, person, phone, kept, later }) => {
    const data = [once, person, phone, kept, later].map((text) => `<td>${escapeMarkup(text)}</td>`).join('');
    return `<tr><th scope="row">${escapeMarkup(fault)}</th>${data}</tr>`;
  });
  const heads = ['Fault', 'Once', 'Page', 'Phone', 'Kept', 'Next try'].map((head) => `<th scope="col">${head}</th>`);
  return `<div class="scrolled" tabindex="0" role="region" aria-label="${escapeMarkup(call)}"><table><caption>${escapeMarkup(call)}</caption>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></div>`;
}
