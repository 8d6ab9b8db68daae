import { parseSync } from 'vite';

type Node = { type: string; start: number; [member: string]: unknown };

/**
 * Where a page object or a flow has a name in it instead of asking the catalogue.
 * @returns `file: the text`, one for each
 */
export function findNamesInLiterals(path: string, source: string): string[] {
  return literalsIn(parseSync(path, source).program.body)
    .filter(isName)
    .map((text) => `${path}: ${text}`);
}

/** Roles, states and selectors are small letters without a space between words. */
function isName(text: string): boolean {
  return /\p{Lu}/u.test(text) || /\p{L}\s+\p{L}/u.test(text);
}

/** Texts and the sources of patterns; of a template what stands around its values. */
function literalsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(literalsIn);
  if (typeof node !== 'object' || node === null || !('type' in node)) return [];
  const known = node as Node;
  if (/^(?:Import|Export(?:All)|TS|ThrowStatement)/.test(known.type) && known.type !== 'TSAsExpression') return [];
  if (known.type === 'Literal') {
    const { regex, value } = known as { regex?: { pattern: string }; value?: unknown };
    // `\p{…}` and `\S` are no letters of a name.
    if (regex) return [regex.pattern.replaceAll(/\\[A-Za-z]/g, '')];
    return typeof value === 'string' ? [value] : [];
  }
  if (known.type === 'TemplateLiteral')
    return [
      ...(known['quasis'] as { value: { cooked: string } }[]).map(({ value }) => value.cooked),
      ...literalsIn(known['expressions']),
    ];
  return Object.values(known).flatMap(literalsIn);
}
