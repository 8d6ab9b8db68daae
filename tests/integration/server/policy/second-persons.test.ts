import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ACTION_POLICY, SECOND_PERSONS } from '@/lib/accounts/policy/action-policy';
import { forEachPairOfReplicas } from '../../../support/databases/databases';
import { FakeClock } from '../../../support/doubles/fake-clock';
import { QUEUES } from './approval-queues';
import { SiteApi } from './site-api';
import { Browser, removeServerStandIns, SiteInProcess } from './site-in-process';
import { SitePeople } from './site-people';
import { hireStaff, STAFF_ACTS, StaffScene } from './staff-acts';

vi.hoisted(() => void vi.resetModules());

const OF_STAFF = Object.entries(ACTION_POLICY).flatMap(([file, actions]) =>
  file.startsWith('app/(helpdesk)/') ? Object.entries(actions).map(([name, demand]) => ({ file, name, demand })) : [],
);

const DECIDING = new Set(QUEUES.flatMap(({ approve, decline }) => [approve, decline]));

/** What asks somebody waits for their word, and what reads changes nothing. */
const ACTING = OF_STAFF.filter(
  ({ name, demand: [, proof] }) =>
    !DECIDING.has(name) && !(typeof proof === 'object' && /^(?:asks-somebody|reads)$/.test(proof.without)),
);
const WAITING = ACTING.filter(({ name }) => name in SECOND_PERSONS);
const ALONE = ACTING.filter(({ name }) => !(name in SECOND_PERSONS));

afterAll(removeServerStandIns);

describe('the rows of second persons', () => {
  it('every staff action is in the table, except requests, decisions and what only reads', () => {
    expect(Object.keys(STAFF_ACTS).toSorted()).toEqual(ACTING.map(({ name }) => name).toSorted());
    expect(Object.keys(SECOND_PERSONS).toSorted()).toEqual(WAITING.map(({ name }) => name).toSorted());
    for (const name of DECIDING) expect(OF_STAFF.map((one) => one.name)).toContain(name);
  });
});

forEachPairOfReplicas((_kind, open) => {
  let site: SiteInProcess;
  let people: SitePeople;
  let api: SiteApi;
  let staff: Awaited<ReturnType<typeof hireStaff>>;

  beforeAll(async () => {
    vi.stubEnv('TESSERA_URL', 'http://localhost:3000');
    const databases = await open();
    site = await SiteInProcess.open(databases, new FakeClock());
    people = new SitePeople(site, databases[0]);
    api = await SiteApi.open(site);
    staff = await hireStaff(people);
  });

  afterAll(() => api.close());

  async function prepare(name: string) {
    const scene = await StaffScene.open(site, api, people, staff);
    const act = await STAFF_ACTS[name]?.(scene);
    if (!act) throw new TypeError(`nothing carries ${name} out`);
    expect(await act.hasHappened()).toBe(false);
    return { scene, ...act };
  }

  /** @returns what waits since the caller asked, who is answered that it does, and has got nothing by it */
  async function ask({ file, name }: (typeof WAITING)[number]) {
    const prepared = await prepare(name);
    const { scene, fields, hasHappened } = prepared;
    const waiting = await scene.queues.newRequest(scene.secondPerson, () => scene.do(scene.caller, file, name, fields));
    if (!waiting) throw new Error(`${name} asks nobody`);
    expect(await hasHappened()).toBe(false);
    const { queue } = waiting;
    expect(ACTION_POLICY[queue.file]?.[queue.approve]?.[0]).toBe(SECOND_PERSONS[name]);
    return { ...prepared, waiting };
  }

  it.each(WAITING)(
    'threat: one staff member with every role alone: $name waits until another person approves it',
    async (row) => {
      const { scene, hasHappened, waiting } = await ask(row);
      expect(await scene.queues.decide(scene.caller, waiting, 'approve')).toMatchObject({ code: 'own-request' });
      const other = new Browser();
      await site.signInWithPasskey(other, await people.add('other', ['helpdesk-agent', 'auditor']));
      expect(await scene.queues.decide(other, waiting, 'approve')).toMatchObject({ code: 'not-permitted' });
      expect(await hasHappened()).toBe(false);
      expect(await scene.queues.decide(scene.second, waiting, 'approve')).toEqual({ status: 'done' });
      expect(await hasHappened()).toBe(true);
    },
  );

  it.each(WAITING)('an action that $name requested does not happen once it was declined', async (row) => {
    const { scene, hasHappened, waiting } = await ask(row);
    expect(await scene.queues.decide(scene.second, waiting, 'decline')).toEqual({ status: 'done' });
    expect(await scene.queues.decide(scene.second, waiting, 'approve')).toMatchObject({ status: 'refused' });
    expect(await hasHappened()).toBe(false);
  });

  it.each(ALONE)('the action $name takes no second person, and is done at once', async ({ file, name }) => {
    const { scene, fields, hasHappened } = await prepare(name);
    const act = () => scene.do(scene.caller, file, name, fields);
    expect(await scene.queues.newRequest(scene.secondPerson, act)).toBeNull();
    expect(await hasHappened()).toBe(true);
  });
});
