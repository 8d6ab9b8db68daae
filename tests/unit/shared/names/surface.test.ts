import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';
import { names } from '@/lib/shared/names';
import { repository } from '../../../support/repository';

const VECTOR = join(repository, 'tests/vectors/page-names.txt');

const ADVICE = `What suites look for has changed. Say so in lib/kit/CHANGELOG.md: under "Added" what is new, under "Changed" what
is gone, has another text or is another kind of element, the old one and the new one. Then write the vector anew:
npx vitest run --config tests/vitest.config.ts tests/unit/shared/names/surface.test.ts --update`;

type Node = { type: string; [member: string]: unknown };

it('names of pages, their texts and the elements that have them are those that the kit’s CHANGELOG was written for', async ({
  onTestFailed,
}) => {
  onTestFailed(() => void process.stderr.write(`${ADVICE}\n`));
  const kinds = new Map<string, Set<string>>();
  for (const folder of ['app', 'components'])
    for (const path of readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' }))
      if (path.endsWith('.tsx')) {
        const file = join(repository, folder, path);
        collectKinds(parseSync(file, readFileSync(file, 'utf8')).program.body, '', kinds);
      }
  const lines = textsIn(names).map(
    ([key, text]) => `${key} "${text}" ${[...(kinds.get(key) ?? [])].toSorted().join(' ')}`,
  );
  expect(lines.length).toBeGreaterThan(400);
  expect(kinds.size).toBeGreaterThan(300);
  await expect(`${lines.toSorted().join('\n')}\n`).toMatchFileSnapshot(VECTOR);
});

/** `['reissue.ticket', 'Ticket']`; values of a name are numbered. */
function textsIn(group: object, before = ''): [string, string][] {
  return Object.entries(group).flatMap(([key, name]: [string, unknown]) => {
    if (typeof name === 'string') return [[`${before}${key}`, name] as [string, string]];
    if (typeof name !== 'function') return textsIn(name as object, `${before}${key}.`);
    const values = Array.from({ length: name.length }, (_, index) => `{${index + 1}}`);
    return [[`${before}${key}`, (name as (...values: string[]) => string)(...values)] as [string, string]];
  });
}

/** The innermost element that a name stands in, by the name's key. */
function collectKinds(node: unknown, element: string, kinds: Map<string, Set<string>>): void {
  if (Array.isArray(node)) return node.forEach((one) => collectKinds(one, element, kinds));
  if (typeof node !== 'object' || node === null || !('type' in node)) return;
  const { type, ...members } = node as Node;
  const key = type === 'MemberExpression' ? keyOf(node as Node) : null;
  if (key !== null && element !== '') kinds.set(key, (kinds.get(key) ?? new Set()).add(element));
  const inner = type === 'JSXElement' ? tagOf(members['openingElement'] as Node) : element;
  for (const member of Object.values(members)) collectKinds(member, inner, kinds);
}

/** `reissue.ticket` for `reissueNames.ticket`; null for another expression. */
function keyOf({ object, property }: Node): string | null {
  const { name: key } = property as { name?: string };
  const { type, name: group } = object as Node & { name?: string };
  if (key === undefined) return null;
  if (type === 'Identifier') return group?.endsWith('Names') ? `${group.slice(0, -'Names'.length)}.${key}` : null;
  const before = type === 'MemberExpression' ? keyOf(object as Node) : null;
  return before === null ? null : `${before}.${key}`;
}

function tagOf(opening: Node): string {
  const { name, property } = opening['name'] as { name?: string; property?: { name: string } };
  return name ?? property?.name ?? '';
}
