import { PROOF_KINDS } from '../proofs/proof';
import { dependsOnEnrolment, needsOf, PROTECTED_ACTIONS, type EnrolmentLevel, type Need } from '../proofs/proof-policy';
import { ACTION_POLICY, SECOND_PERSONS } from './action-policy';
import { API_POLICY } from './api-policy';
import { WITHOUT_PROOF, type Demand } from './demand';
import { PROOF_RULES } from './proof-rules';
import { PAGE_POLICY, ROUTE_POLICY } from './route-policy';

type Row = readonly string[];

/**
 * The whole policy as tables in Markdown: what each server action, route handler, page and operation of the API
 * requires, what each proof permits, and which proofs each action takes. A proof was given lately if it is younger than
 * `TESSERA_STEP_UP_SECONDS`.
 */
export function policyLines(level: EnrolmentLevel): string {
  return [
    ...section('Server actions', ['action', 'who', 'proof', 'budgets', 'second person'], actionRows()),
    ...section('Route handlers', ['address', 'who', 'proof', 'budgets'], demandRows(ROUTE_POLICY)),
    ...section('Pages', ['page', 'who'], Object.entries(PAGE_POLICY)),
    ...section('Operations of the API', ['operation', 'scope', 'daily budget', 'second person'], apiRows()),
    ...section(`What actions take at the level ${level}`, ['action', 'proofs'], needRows(level)),
    ...section(
      'What a proof opens',
      ['proof', 'given by', 'counts for', 'in', 'uses', 'lasts', 'probation'],
      proofRows(),
    ),
  ].join('\n');
}

function actionRows(): Row[] {
  return Object.values(ACTION_POLICY).flatMap((actions) =>
    Object.entries(actions).map(([name, demand]) => {
      const waitsFor = SECOND_PERSONS[name];
      return demandRow(name, demand).concat(waitsFor ? `another with ${waitsFor}` : '');
    }),
  );
}

function demandRows(demands: Readonly<Record<string, Demand>>): Row[] {
  return Object.entries(demands).map(([entry, demand]) => demandRow(entry, demand));
}

function demandRow(entry: string, [who, proof, budgets = []]: Demand): string[] {
  return [entry, who, typeof proof === 'string' ? proof : WITHOUT_PROOF[proof.without], budgets.join(', ')];
}

function apiRows(): Row[] {
  return Object.entries(API_POLICY).map(([id, { scope, daily, secondPerson }]) => [
    id,
    scope ?? 'any key',
    daily ?? '',
    secondPerson ?? '',
  ]);
}

function needRows(level: EnrolmentLevel): Row[] {
  return PROTECTED_ACTIONS.flatMap((action) =>
    (dependsOnEnrolment(action) ? [false, true] : [true]).map((isEnrolled) => [
      dependsOnEnrolment(action) ? `${action} (${isEnrolled ? 'further' : 'first'})` : action,
      needsOf(action, level, isEnrolled).map(needWords).join('; and ') || 'the session',
    ]),
  );
}

function needWords({ anyOf, anyAge }: Need): string {
  const age = anyAge ? 'in this session' : 'lately';
  return `${anyOf.join(' or ')}, ${age}`;
}

function proofRows(): Row[] {
  return PROOF_KINDS.map((kind) => {
    const { given, countsFor, holds, uses, lasts, probation } = PROOF_RULES[kind];
    return [kind, given, countsFor.join(', '), HOLDS[holds], uses, lasts, probation];
  });
}

const HOLDS = {
  session: 'the session that it was given in',
  request: 'the request that uses it up',
  holder: 'the session that opened it, or that it opened',
} as const;

function section(title: string, heading: Row, rows: readonly Row[]): string[] {
  const line = (cells: Row) => `| ${cells.join(' | ')} |`;
  return [`## ${title}`, '', line(heading), line(heading.map(() => '---')), ...rows.map(line), ''];
}
