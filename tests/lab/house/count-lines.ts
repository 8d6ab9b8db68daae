import { SyntaxKind, type Node, type SourceFile } from 'typescript/unstable/ast';
import { CATALOGUES, isType, walk, type HouseFile } from './open-house';

export const LINE_KINDS = ['behaviour', 'words', 'markup', 'types', 'data', 'comments', 'imports', 'blank'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

const WORDS = /^lib\/(?:shared\/names|messaging\/mail\/words|messaging\/mail-kinds)\/|-(?:words|text)\.tsx?$/;
const DATA = new Set<SyntaxKind>([SyntaxKind.ObjectLiteralExpression, SyntaxKind.ArrayLiteralExpression]);
const JSX = new Set<SyntaxKind>([SyntaxKind.JsxElement, SyntaxKind.JsxSelfClosingElement, SyntaxKind.JsxFragment]);
const FUNCTIONS = new Set<SyntaxKind>([
  SyntaxKind.ArrowFunction,
  SyntaxKind.FunctionExpression,
  SyntaxKind.MethodDeclaration,
]);

/** Lines of each kind in one file. A line that holds two kinds counts for the inner one. */
export function countLines({ path, source }: HouseFile): Record<LineKind, number> {
  const lines = source.text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const usual: LineKind = WORDS.test(path) || CATALOGUES.test(path) ? 'words' : 'behaviour';
  const kinds = lines.map((line): LineKind => (line.trim() === '' ? 'blank' : usual));
  const mark = (node: Node, kind: LineKind) => {
    for (let line = lineOf(source, startOf(source, node)); line <= lineOf(source, node.end); line++)
      if (kinds[line] !== 'blank') kinds[line] = kind;
  };
  walk(source, (node) => {
    if (node.kind === SyntaxKind.ImportDeclaration || isReExport(node)) mark(node, 'imports');
    else if (isType(node)) {
      if (node.kind === SyntaxKind.InterfaceDeclaration || node.kind === SyntaxKind.TypeAliasDeclaration)
        mark(node, 'types');
      return false;
    } else if (JSX.has(node.kind)) mark(node, 'markup');
    else if (usual === 'behaviour' && DATA.has(node.kind) && isTable(node)) mark(node, 'data');
    return undefined;
  });
  markComments(lines, kinds);
  const counted = Object.fromEntries(LINE_KINDS.map((kind) => [kind, 0])) as Record<LineKind, number>;
  for (const kind of kinds) counted[kind]++;
  return counted;
}

function markComments(lines: readonly string[], kinds: LineKind[]): void {
  let isInside = false;
  for (const [index, line] of lines.entries()) {
    const text = line.trim();
    const begins = text.startsWith('/*');
    if (isInside || begins || text.startsWith('//')) kinds[index] = 'comments';
    if (begins) isInside = true;
    if (isInside && text.includes('*/')) isInside = false;
  }
}

/** A literal of the module itself, in which nothing is carried out. */
function isTable(literal: Node): boolean {
  for (let node: Node | undefined = literal.parent; node; node = node.parent)
    if (
      FUNCTIONS.has(node.kind) ||
      node.kind === SyntaxKind.FunctionDeclaration ||
      node.kind === SyntaxKind.ClassDeclaration
    )
      return false;
  let holdsFunction = false;
  walk(literal, ({ kind }) => {
    if (FUNCTIONS.has(kind)) holdsFunction = true;
    return !holdsFunction;
  });
  return !holdsFunction;
}

const isReExport = (node: Node) =>
  node.kind === SyntaxKind.ExportDeclaration && 'moduleSpecifier' in node && node.moduleSpecifier !== undefined;

const lineOf = (source: SourceFile, position: number) => source.getLineAndCharacterOfPosition(position).line;

/** Without the comments and blanks before it, which belong to the node. */
function startOf({ text }: SourceFile, { pos, end }: Node): number {
  const leading = /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*/.exec(text.slice(pos, end));
  return pos + (leading?.[0].length ?? 0);
}
