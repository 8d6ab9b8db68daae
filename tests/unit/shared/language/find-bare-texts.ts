import { parseSync } from 'vite';

type Node = { type: string; start: number; end: number; [member: string]: unknown };

/** Attributes whose values are words for programs, or messages; one word in small letters never is for people. */
const FOR_PROGRAMS = new Set([
  'message',
  'className',
  'autoComplete',
  'viewBox',
  'd',
  'pattern',
  'accept',
  'points',
  'transform',
]);

/**
 * Texts that a page would show in English whatever the reader's language: in JSX, or as an attribute of an element.
 * @returns `file: the text`, one for each
 */
export function findBareTexts(path: string, source: string): string[] {
  return textsIn(parseSync(path, source).program.body).map((text) => `${path}: ${text}`);
}

function textsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (typeof node !== 'object' || node === null || !('type' in node)) return [];
  const known = node as Node;
  if (known.type === 'JSXText') return wordsOf(known['value'] as string);
  if (known.type === 'JSXAttribute') return attributeTexts(known);
  if (known.type === 'JSXExpressionContainer')
    return [...shownBy(known['expression']), ...textsIn(known['expression'])];
  return Object.values(known).flatMap(textsIn);
}

function attributeTexts(attribute: Node): string[] {
  const { name } = attribute['name'] as { name: unknown };
  const value = attribute['value'] as Node | null;
  if (FOR_PROGRAMS.has(String(name)) || String(name).startsWith('data-')) return [];
  if (value?.type !== 'Literal') return textsIn(value);
  return wordsOf(value['value'] as string).filter((text) => !/^[a-z_/#.]\S*$/.test(text));
}

/** What an expression shows: the text itself, or one of two. */
function shownBy(expression: unknown): string[] {
  const { type, value, consequent, alternate, right, quasis } = expression as Node;
  if (type === 'Literal') return typeof value === 'string' ? sentencesOf(value) : [];
  if (type === 'ConditionalExpression') return [consequent, alternate].flatMap(shownBy);
  if (type === 'LogicalExpression') return shownBy(right);
  if (type === 'TemplateLiteral')
    return (quasis as { value: { cooked: string } }[]).flatMap((part) => sentencesOf(part.value.cooked));
  return [];
}

/** Classes and addresses are small letters. */
function sentencesOf(text: string): string[] {
  return /^\p{Lu}\p{Ll}|\p{L} \p{L}.*[.?!…]$/u.test(text.trim()) ? wordsOf(text) : [];
}

function wordsOf(text: string): string[] {
  return /\p{L}{2}/u.test(text) ? [text.trim().replaceAll(/\s+/g, ' ')] : [];
}
