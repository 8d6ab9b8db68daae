import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';
import { repository } from '../../support/repository';

/** What not to write for people, and what instead: the right column of lib/GLOSSARY.md, in words that pages might use. */
const REFUSED: readonly [pattern: RegExp, instead: string][] = [
  [/\blog[- ]?(?:in|ins|on|out|ging in)\b/i, 'sign in, sign out'],
  [/\b(?:e-)?mails?\b/i, 'email'],
  [/\bgateways?\b/i, 'activation service'],
  [/\b(?:customer|client|subscriber)s?\b/i, 'user'],
  [/\bportal\b/i, 'site'],
  [/\b(?:barcode|bar code)s?\b/i, 'image'],
  [/\bpairing\b/i, 'activation'],
  [/\bsuspend(?:ed|s)?\b/i, 'lock'],
  [/\b(?:enrol|enroll|enrolment|enrollment|onboarding)\b/i, 'activation'],
  [/\btokens?\b/i, 'one-time password, link'],
  [/\b(?:superuser|operator)s?\b/i, 'administrator'],
  [/\basked for\b/i, 'requested'],
  [/\bcalled back\b/i, 'cancelled'],
  [/\b(?:anew|counts no longer|works no longer)\b/i, 'again, has expired'],
  [/\blook(?:s|ed|ing)? after\b/i, 'manage'],
];

/** Sentences that need such a word. */
const EXCEPTIONS: readonly RegExp[] = [
  // A check of the caller: they hang up, and the agent telephones.
  /^Called back on /,
  // A service account: devices are locked, accounts of users are disabled.
  /^Suspend(?:ed)?$|service account.*suspended|suspended.*its keys|suspend (?:its|the) service account/i,
  // The vendor's product, for administrators who run it.
  /DIGIPASS Gateway/,
];

type Node = { type: string; start: number; [member: string]: unknown };

/** Where strings are not for people: types, addresses of modules, errors of ours, and what goes to the log. */
function isUnread(node: Node): boolean {
  if (/^(?:Import|TS|ExportAll)/.test(node.type) && !/^TS(?:As|Satisfies|NonNull)/.test(node.type)) return true;
  if (node.type === 'ThrowStatement' || node['directive'] !== undefined) return true;
  if (node.type === 'JSXAttribute')
    return /^(?:className|href|name|type|id)$/.test((node['name'] as Node)['name'] as string);
  return node.type === 'CallExpression' && /^(?:warn|error|info|debug)$/.test(calledName(node));
}

function calledName({ callee }: Node): string {
  const { property } = callee as { property?: { name?: string } };
  return property?.name ?? '';
}

/** The texts below a node that people may read: those of elements, and strings that are more than a key. */
function textsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (typeof node !== 'object' || node === null || !('type' in node)) return [];
  const known = node as Node;
  if (isUnread(known)) return [];
  if (known.type === 'JSXText') return [String(known['value'])];
  if (known.type === 'Literal') return isSaid(known['value']) ? [String(known['value'])] : [];
  if (known.type === 'TemplateLiteral')
    return [
      ...(known['quasis'] as Node[]).map(({ value }) => (value as { cooked: string }).cooked).filter(isSaid),
      ...textsIn(known['expressions']),
    ];
  return Object.values(known).flatMap(textsIn);
}

/** Keys, paths and codes are one word that begins small. */
function isSaid(value: unknown): boolean {
  return typeof value === 'string' && (/\p{L}\s+\p{L}/u.test(value) || /^\p{Lu}\p{Ll}/u.test(value));
}

const FILES = [
  ...['app', 'components', 'lib/shared/names', 'lib/messaging/mail-kinds'].flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  ),
  'lib/messaging/mail/frame-texts.ts',
].filter((file) => /\.tsx?$/.test(file));

it('the pages use one word for one thing', () => {
  const found = FILES.flatMap((file) => {
    const { program } = parseSync(file, readFileSync(join(repository, file), 'utf8'));
    return textsIn(program.body).flatMap((text) => {
      const wrong = REFUSED.find(([pattern]) => pattern.test(text));
      if (!wrong || EXCEPTIONS.some((exception) => exception.test(text))) return [];
      return [`${file}: “${text.replaceAll(/\s+/g, ' ').trim()}” (write: ${wrong[1]})`];
    });
  });
  expect(found).toEqual([]);
});
