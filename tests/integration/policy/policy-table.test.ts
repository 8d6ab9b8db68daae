import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTION_POLICY, SECOND_PERSONS } from '@/lib/accounts/policy/action-policy';
import { API_POLICY } from '@/lib/accounts/policy/api-policy';
import type { Demand } from '@/lib/accounts/policy/demand';
import { policyLines } from '@/lib/accounts/policy/policy-lines';
import { PAGE_POLICY, ROUTE_POLICY } from '@/lib/accounts/policy/route-policy';
import { PROTECTED_ACTIONS } from '@/lib/accounts/proofs/proof-policy';
import { ROUTES } from '@/lib/api/route-table';
import { builtActions, builtPages, builtRoutes } from '../../support/build-surface';
import { repository } from '../../support/repository';
import {
  actionArguments,
  askedBy,
  pageArguments,
  removeStandIns,
  requestArguments,
  standInForSite,
  type Asked,
} from './walk';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** What the table says, in the words of the walk. */
function demanded([who, proof, budgets = []]: Demand, more: readonly string[] = []): Asked {
  return {
    session: who !== 'nobody',
    permission: who === 'nobody' || who === 'any session' ? null : who,
    proof: typeof proof === 'string' ? proof : null,
    budgets: [...budgets, ...more].toSorted(),
  };
}

describe('the policy', () => {
  beforeAll(standInForSite);
  afterAll(removeStandIns);

  it('is what every server action of the build demands, and has a row for each of them alone', async () => {
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

  it('counts every call of a signed-in person’s action, or names another budget, or why there is none', async () => {
    const uncounted = Object.values(ACTION_POLICY)
      .flatMap((actions) => Object.entries(actions))
      .filter(([, [who, proof, budgets = []]]) => who === 'nobody' && budgets.length === 0 && typeof proof === 'object')
      .filter(([, [, proof]]) => typeof proof === 'object' && proof.without !== 'reduces');
    expect(uncounted).toEqual([]);
  });

  it('threat: a session of staff that was left open: without a second factor of the last minutes it takes away, or asks somebody', () => {
    const ofStaff = Object.entries(ACTION_POLICY).filter(([file]) => file.startsWith('app/(helpdesk)/'));
    const reasons = ofStaff.flatMap(([, actions]) =>
      Object.values(actions).flatMap(([, proof]) => (typeof proof === 'string' ? [] : [proof.without])),
    );
    expect(new Set(reasons)).toEqual(new Set(['reduces', 'asks-somebody', 'where-it-widens']));
  });

  it('is what every route handler of the build demands, and has a row for each of them alone', async () => {
    const seen: Record<string, Asked> = {};
    const handlers = builtRoutes().filter(({ file }) => existsSync(join(repository, `${file}.ts`)));
    for (const { file, path } of handlers) {
      const exported = Object.keys((await import(join(repository, `${file}.ts`))) as object);
      for (const method of METHODS.filter((one) => exported.includes(one)))
        seen[`${method} ${path}`] = await askedBy(`${file}.ts`, method, requestArguments);
    }
    const rows = Object.entries(ROUTE_POLICY).map(([entry, demand]) => [entry, demanded(demand)]);
    expect(seen).toEqual(Object.fromEntries(rows));
  });

  it('says whom every page of the build is for', async () => {
    const seen: Record<string, string> = {};
    for (const { file, path } of builtPages()) {
      const { session, permission } = await askedBy(`${file}.tsx`, 'default', pageArguments);
      seen[path] = permission ?? (session ? 'any session' : 'nobody');
    }
    expect(seen).toEqual(PAGE_POLICY);
  });

  it('is what every operation of the API demands', () => {
    const seen = ROUTES.map(({ id, scope, daily, secondPerson }) => [
      id,
      { scope, ...(daily && { daily }), ...(secondPerson && { secondPerson }) },
    ]);
    expect(Object.fromEntries(seen)).toEqual(API_POLICY);
    const waiting = ROUTES.filter(({ answers }) => 202 in answers).map(({ id }) => id);
    expect(waiting).toEqual(ROUTES.filter(({ secondPerson }) => secondPerson).map(({ id }) => id));
  });

  it('gives a proof to every protected action, whose row an action of the build has', () => {
    const used = new Set(
      [
        ...Object.values(ACTION_POLICY).flatMap((actions) => Object.values(actions)),
        ...Object.values(ROUTE_POLICY),
      ].map(([, proof]) => proof),
    );
    expect(PROTECTED_ACTIONS.filter((action) => !used.has(action))).toEqual([]);
  });

  it('names a test for everything that takes a second person, and an action by which that person decides', () => {
    const all = Object.values(ACTION_POLICY).flatMap((actions) => Object.entries(actions));
    const deciding = all.filter(([, [, proof]]) => proof === 'decide-as-staff').map(([, [who]]) => who);
    for (const [name, { asks, shownBy }] of Object.entries(SECOND_PERSONS)) {
      expect(all.map(([action]) => action)).toContain(name);
      expect(deciding).toContain(asks);
      expect([shownBy, existsSync(join(repository, 'tests', `${shownBy}.ts`))]).toEqual([shownBy, true]);
    }
  });

  it('prints as one table for each of its parts', () => {
    const text = policyLines('standard');
    for (const entry of ['unlockAction', 'GET /api/audit/records', '/helpdesk/audit', 'lockDevice', 'mailed-code'])
      expect(text).toContain(`| ${entry} |`);
  });
});
