import { SyntaxKind, type Node } from 'typescript/unstable/ast';
import { lacksSubject, titlesOf } from '../../support/test-titles';
import { walk, type House } from './open-house';

/** Past participles that say what was done to a thing, and not which thing it is. */
const PARTICIPLES = new Set(
  (
    'added answered asked called carried changed checked chosen counted decided done ended entered found given heard held ' +
    'helped kept known left looked made noted opened prepared printed proved refused said seen sent shown taken told ' +
    'tried typed walked written'
  ).split(' '),
);

const DECLARES = new Set<SyntaxKind>([SyntaxKind.VariableDeclaration, SyntaxKind.Parameter, SyntaxKind.BindingElement]);

/** @returns how many constants, parameters and bindings of the product are named by a participle alone, by the name, the most frequent first */
export function findParticiples({ files }: House): [name: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { source } of files)
    walk(source, (node) => {
      const name = DECLARES.has(node.kind) && !isOfAPair(node) ? nameOf(node) : '';
      if (PARTICIPLES.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
      return undefined;
    });
  return [...counts].toSorted(([, a], [, b]) => b - a);
}

/** `left` beside `right` is a side. */
function isOfAPair(node: Node): boolean {
  const siblings: Node[] = [];
  node.parent.forEachChild((sibling) => void siblings.push(sibling));
  return nameOf(node) === 'left' && siblings.some((sibling) => nameOf(sibling) === 'right');
}

function nameOf(node: Node): string {
  return (node as Node & { name?: { text?: string } }).name?.text ?? '';
}

/** @returns titles of tests, and those without a subject */
export function readTitles({ tests }: House): { titles: string[]; withoutSubject: string[] } {
  const titles = tests.flatMap(({ path, source }) => titlesOf(path, source.text).map(({ title }) => title));
  return { titles, withoutSubject: titles.filter(lacksSubject) };
}
