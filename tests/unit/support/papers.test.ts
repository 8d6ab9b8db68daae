import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../../support/repository';

const ROOTS = ['.github', 'app', 'components', 'lib', 'prisma', 'public', 'tests'];
/** Folders of tests, which the threat model and the tests' README cite without `tests/`. */
const SUITES = new Set(['bench', 'contract', 'e2e', 'integration', 'lab', 'support', 'unit', 'vectors']);

function read(path: string): string {
  return readFileSync(join(repository, path), 'utf8');
}

function filesBelow(ending: RegExp): string[] {
  const below = ROOTS.flatMap((root) =>
    readdirSync(join(repository, root), { recursive: true, encoding: 'utf8' }).map((name) => join(root, name)),
  );
  return [...readdirSync(repository), ...below].filter(
    (path) => ending.test(path) && !path.startsWith(join('lib', 'generated')),
  );
}

/** The files that a citation means: itself, a folder, or all of that name with any ending, as `unit/crypto/srp`. */
function citedFiles(path: string): string[] {
  if (existsSync(join(repository, path))) return [path];
  const folder = join(repository, dirname(path));
  if (!existsSync(folder)) return [];
  const start = `${basename(path)}.`;
  return readdirSync(folder)
    .filter((name) => name.startsWith(start))
    .map((name) => join(dirname(path), name));
}

const papers = filesBelow(/\.md$/);

test('every path that a paper of the repository cites exists', () => {
  const missing = papers.flatMap((paper) => {
    const text = read(paper);
    const code = [...text.matchAll(/`([\w.()[\]-]+(?:\/[\w.()[\]-]+)+)\/?`/g)].map(([, path = '']) => {
      const [root = ''] = path.split('/');
      if (SUITES.has(root)) return join('tests', path);
      return ROOTS.includes(root) ? path : '';
    });
    // In a command, too; what stands in angle brackets or behind a pattern is the reader's.
    const commands = [...text.matchAll(/(?<![\w./-])tests\/[\w./-]*\w(?![\w<*/])/g)].map(([path]) => path);
    const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, to = '']) =>
      join(dirname(paper), to),
    );
    return [...code, ...commands, ...links]
      .filter((path) => path !== '' && citedFiles(path).length === 0)
      .map((path) => `${paper}: ${path}`);
  });
  expect(missing).toEqual([]);
});

test('every script that measures something is named beside the figures', () => {
  const figures = read('tests/README.md');
  const scripts = readdirSync(join(repository, 'tests/bench')).filter((name) => name.endsWith('.ts'));
  const unnamed = scripts.filter(
    (name) => !figures.includes(`\`${basename(name, '.ts')}`) && !figures.includes(`tests/bench/${name}`),
  );
  expect(scripts.length).toBeGreaterThan(0);
  expect(unnamed).toEqual([]);
});

test('every test that the threat model names by its title has it', () => {
  const named = [...read('.github/SECURITY.md').matchAll(/`([\w/-]+)` "([^"]+)"/g)];
  const missing = named
    .filter(([, path = '', title = '']) => !citedFiles(join('tests', path)).some((file) => read(file).includes(title)))
    .map(([citation]) => citation);
  expect(named.length).toBeGreaterThan(0);
  expect(missing).toEqual([]);
});

test('every section that a comment cites as OneSpan § is in its paper', () => {
  const sections = new Set(
    [...read('lib/gateways/CONTRACT.md').matchAll(/^#{2,3} ([\d.]*\d)/gm)].map(([, section]) => section),
  );
  const missing = filesBelow(/\.tsx?$/).flatMap((path) =>
    [...read(path).matchAll(/OneSpan(?:\s|\*)+((?:§\d[\d.]*\d|§\d+)(?:(?:, | and | to )§\d[\d.]*)*)/g)]
      .flatMap(([, cited = '']) => cited.match(/\d+(?:\.\d+)?/g) ?? [])
      .filter((section) => !sections.has(section))
      .map((section) => `${path}: §${section}`),
  );
  expect(sections.size).toBeGreaterThan(30);
  expect(missing).toEqual([]);
});

test('threat: a stranger’s package is run instead of the kit: our papers and messages name and download no other', () => {
  const files = filesBelow(/\.(?:md|tsx?|mjs|html|py)$/).filter((path) => !path.endsWith('papers.test.ts'));
  const wrong =
    /npx (?!--no-install )(?:-\S+ )*@?tessera\b|npm (?:i|install|exec)(?: -\S+)* tessera\b|['"`]tessera\/(?:playwright|phone|api)\b/;
  expect(files.length).toBeGreaterThan(1_000);
  expect(files.filter((path) => wrong.test(read(path)))).toEqual([]);
});
