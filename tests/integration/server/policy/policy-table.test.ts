import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual as equals } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTION_POLICY } from '@/lib/accounts/policy/action-policy';
import { API_POLICY } from '@/lib/accounts/policy/api-policy';
import type { Demand } from '@/lib/accounts/policy/demand';
import { policyLines } from '@/lib/accounts/policy/policy-lines';
import { PAGE_POLICY, ROUTE_POLICY } from '@/lib/accounts/policy/route-policy';
import { needsOf, PROTECTED_ACTIONS, type ProtectedAction } from '@/lib/accounts/proofs/proof-policy';
import { ROUTES } from '@/lib/server/api/route-table';
import { builtActions, builtPages, builtRoutes } from '../../../support/build-surface';
import { repository } from '../../../support/repository';
import {
  actionArguments,
  askedBy,
  pageArguments,
  removeStandIns,
  requestArguments,
  spendBudgets,
  standInForSite,
  type Asked,
  type Spent,
} from './walk';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** What the table says, in the words of the walk. */
function demanded([who, proof, budgets = []]: Demand, more: readonly string[] = []): Asked {
  return {
    session: who !== 'nobody',
    permission: who === 'nobody' || who === 'any session' ? null : who,
    proof: typeof proof === 'string' ? proof : null,
    lasts: typeof proof === 'string' ? lastingOf(proof) : null,
    budgets: [...budgets, ...more].toSorted(),
  };
}

/** @property file with its ending */
async function builtHandlers(): Promise<{ file: string; method: string; path: string }[]> {
  const handlers: { file: string; method: string; path: string }[] = [];
  for (const { file: bare, path } of builtRoutes()) {
    const file = `${bare}.ts`;
    if (!existsSync(join(repository, file))) continue;
    const exported = Object.keys((await import(join(repository, file))) as object);
    for (const method of METHODS.filter((one) => exported.includes(one))) handlers.push({ file, method, path });
  }
  return handlers;
}

/** As `policyLines` says it of the proof with the shortest life. */
function lastingOf(action: ProtectedAction): Asked['lasts'] {
  return needsOf(action, 'standard', true).every(({ anyAge }) => anyAge) ? 'in this session' : 'lately';
}

const SPENT: Spent = { lastPasses: true, nextIsRefused: true, passesInNextWindow: true };

describe('the policy', () => {
  beforeAll(standInForSite);
  afterAll(removeStandIns);

  it('the policy has a row for every server action of the build and no other, with what it demands', async () => {
    const seen: Record<string, Asked> = {};
    for (const { file, name } of builtActions()) seen[`${file} ${name}`] = await askedBy(file, name, actionArguments);
    const rows = Object.entries(ACTION_POLICY).flatMap(([file, actions]) =>
      Object.entries(actions).map(([name, demand]) => {
        const entry = `${file} ${name}`;
        const isForm = seen[entry]?.budgets.includes('person:action') === true;
        return [entry, demanded(demand, isForm ? ['person:action'] : [])] as const;
      }),
    );
    expect(seen).toEqual(Object.fromEntries(rows));
  });

  it('the policy counts every call of an action, or names another budget or a reason', async () => {
    const uncounted = Object.values(ACTION_POLICY)
      .flatMap((actions) => Object.entries(actions))
      .filter(([, [who, proof, budgets = []]]) => who === 'nobody' && budgets.length === 0 && typeof proof === 'object')
      .filter(([, [, proof]]) => typeof proof === 'object' && proof.without !== 'reduces');
    expect(uncounted).toEqual([]);
  });

  it('the policy’s every budget ends with its last attempt, and is renewed in the next window', async () => {
    const entries = [
      ...builtActions().map(({ file, name }) => [file, name, actionArguments] as const),
      ...(await builtHandlers()).map(({ file, method }) => [file, method, requestArguments] as const),
    ];
    const others: [string, string, unknown][] = [];
    let count = 0;
    for (const [file, name, args] of entries) {
      for (const [limit, spent] of Object.entries(await spendBudgets(file, name, args))) {
        count += 1;
        if (!equals(spent, SPENT)) others.push([`${file} ${name}`, limit, spent]);
      }
    }
    expect(others).toEqual([]);
    const rows = [
      ...Object.values(ACTION_POLICY).flatMap((actions) => Object.values(actions)),
      ...Object.values(ROUTE_POLICY),
    ];
    expect(count).toBeGreaterThanOrEqual(rows.flatMap(([, , budgets = []]) => budgets).length);
  });

  it('threat: a staff session left open: without a recent second factor it reads, reduces access or asks others', () => {
    const ofStaff = Object.entries(ACTION_POLICY).filter(([file]) => file.startsWith('app/(helpdesk)/'));
    const reasons = ofStaff.flatMap(([, actions]) =>
      Object.values(actions).flatMap(([, proof]) => (typeof proof === 'string' ? [] : [proof.without])),
    );
    expect(new Set(reasons)).toEqual(new Set(['reads', 'reduces', 'asks-somebody', 'where-it-widens']));
  });

  it('the policy has a row for every route handler of the build and no other, with what it demands', async () => {
    const seen: Record<string, Asked> = {};
    for (const { file, method, path } of await builtHandlers())
      seen[`${method} ${path}`] = await askedBy(file, method, requestArguments);
    const rows = Object.entries(ROUTE_POLICY).map(([entry, demand]) => [entry, demanded(demand)]);
    expect(seen).toEqual(Object.fromEntries(rows));
  });

  it('the policy says whom every page of the build is for', async () => {
    const seen: Record<string, string> = {};
    for (const { file, path } of builtPages()) {
      const { session, permission } = await askedBy(`${file}.tsx`, 'default', pageArguments);
      seen[path] = permission ?? (session ? 'any session' : 'nobody');
    }
    expect(seen).toEqual(PAGE_POLICY);
  });

  it('the policy has what every operation of the API demands', () => {
    const seen = ROUTES.map(({ id, scope, daily, secondPerson }) => [
      id,
      { scope, ...(daily && { daily }), ...(secondPerson && { secondPerson }) },
    ]);
    expect(Object.fromEntries(seen)).toEqual(API_POLICY);
    const waiting = ROUTES.filter(({ answers }) => 202 in answers).map(({ id }) => id);
    expect(waiting).toEqual(ROUTES.filter(({ secondPerson }) => secondPerson).map(({ id }) => id));
  });

  it('the policy gives every protected action a proof, and an action of the build uses it', () => {
    const used = new Set(
      [
        ...Object.values(ACTION_POLICY).flatMap((actions) => Object.values(actions)),
        ...Object.values(ROUTE_POLICY),
      ].map(([, proof]) => proof),
    );
    expect(PROTECTED_ACTIONS.filter((action) => !used.has(action))).toEqual([]);
  });

  it('the policy is printed as one table for each of its parts', () => {
    const text = policyLines('standard');
    for (const entry of ['unlockAction', 'GET /api/audit/records', '/helpdesk/audit', 'lockDevice', 'mailed-code'])
      expect(text).toContain(`| ${entry} |`);
  });
});
