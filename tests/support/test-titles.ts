import { parseSync } from 'vite';

export type TestTitle = { place: string; title: string };

const DECLARES_A_TEST = new Set(['test', 'it', 'specify']);
const DECLARES_NO_TEST = new Set(['describe', 'step', 'use', 'extend']);

type Node = { type: string; start: number; [member: string]: unknown };

/** @returns titles of the tests that a file declares, of `each` too; a value in one stands as `${…}` */
export function titlesOf(path: string, text: string): TestTitle[] {
  const titles: TestTitle[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isNode(value)) return;
    if (value.type === 'CallExpression') {
      const [first] = value['arguments'] as Node[];
      const title = first && declaresTest(namesIn(value['callee'])) ? textOf(first) : null;
      if (first && title !== null)
        titles.push({ place: `${path}:${text.slice(0, first.start).split('\n').length}`, title });
    }
    Object.values(value).forEach(visit);
  };
  visit(parseSync(path, text).program.body);
  return titles;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function declaresTest([root = '', ...members]: string[]): boolean {
  return DECLARES_A_TEST.has(root) && !members.some((member) => DECLARES_NO_TEST.has(member));
}

/** `test.each(rows)` as `test`, `each`. */
function namesIn(callee: unknown): string[] {
  if (!isNode(callee)) return [];
  if (callee.type === 'Identifier') return [String(callee['name'])];
  if (callee.type === 'MemberExpression') return [...namesIn(callee['object']), ...namesIn(callee['property'])];
  return namesIn(callee['callee'] ?? callee['tag']);
}

function textOf(node: Node): string | null {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : null;
  if (node.type !== 'TemplateLiteral') return null;
  return (node['quasis'] as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('${…}');
}

/** What may stand before the sentence: that it is a threat, and the clause that it is about. */
const LABELS = /^(?:threat: |(?:RFC|OneSpan|ISO\/IEC|WCAG|NIST)\b[^:]*: )*/;

const AUXILIARIES = /^(?:is|are|was|were|has|have|does|do|did|can|cannot|may|must|will|would|should|never|not)\b/;

/** A verb in the third person, or a noun in the plural. */
const ENDS_IN_S = /^[a-z]+s\b/;

/** Plurals that begin a title. Words that are verbs too, as `names`, are nouns only where a verb or a genitive follows. */
const PLURALS = new Set(
  (
    'accounts activations addresses administrators alarms biometrics bytes clients codes connections contacts contexts corners details ' +
    'devices digits durations events failures faults guesses hints identifiers instances invitations keys lanes leases metrics ' +
    'migrations networks notifications outcomes passwords people phones pieces processes questions registrations ' +
    'replicas requests scopes screens secrets sessions steps users values webhooks'
  ).split(' '),
);
const NOUN_BY_WHAT_FOLLOWS = /^[a-z]+s (?:are|were|have|of|that|which|and|from)\b/;

const NO_SUBJECT_BUT_A_RIDDLE = /\b(?:somebody|anybody|everybody|nobody|whoever)\b/;

/** Room for what a threat is and what stops it; a title is one line of a log. */
const LONGEST = 110;

/** @returns what is wrong with a title, or null */
export function titleFault(title: string): string | null {
  if (lacksSubject(title)) return 'begins with a verb, and does not say who or what does it';
  if (NO_SUBJECT_BUT_A_RIDDLE.test(title)) return 'does not name its subject: a user, a thief, another user, no one';
  return title.length > LONGEST ? `is longer than ${LONGEST} characters` : null;
}

export function lacksSubject(title: string): boolean {
  const sentence = title.replace(LABELS, '');
  if (AUXILIARIES.test(sentence)) return true;
  const [word] = ENDS_IN_S.exec(sentence) ?? [];
  return word !== undefined && !PLURALS.has(word) && !NOUN_BY_WHAT_FOLLOWS.test(sentence);
}
