import { SyntaxKind, type Node } from 'typescript/unstable/ast';
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
      const name = DECLARES.has(node.kind) ? nameOf(node) : '';
      if (PARTICIPLES.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
      return undefined;
    });
  return [...counts].toSorted(([, a], [, b]) => b - a);
}

function nameOf(node: Node): string {
  return (node as Node & { name?: { text?: string } }).name?.text ?? '';
}

const CALLS_A_TEST = /^(?:test|it|specify)(?:\.\w+)*$/;

/** A verb of the third person, or a passive, at the beginning of a title: who does it is not said. */
const BEGINS_WITH_VERB =
  /^(?:(?:is|are|has|does|can|may|must)\b|[a-z]+(?:s|es|ies)\b(?! (?:is|are|was|were|has|have|of|that|which|who|and|or|in|at|on|to|with|without|from)\b))/;

/** @returns titles of tests, and those that begin with a verb without a subject */
export function readTitles({ tests }: House): { titles: string[]; withoutSubject: string[] } {
  const titles: string[] = [];
  for (const { source } of tests)
    walk(source, (node) => {
      if (node.kind !== SyntaxKind.CallExpression) return undefined;
      const { expression, arguments: passed } = node as Node & { expression: Node; arguments: readonly Node[] };
      const callee = source.text.slice(expression.pos, expression.end).trim();
      const [title] = passed;
      if (CALLS_A_TEST.test(callee) && title && 'text' in title && typeof title.text === 'string')
        titles.push(title.text);
      return undefined;
    });
  return { titles, withoutSubject: titles.filter((title) => BEGINS_WITH_VERB.test(title)) };
}
