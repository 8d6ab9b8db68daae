import { describe, expect, it } from 'vitest';
import { generateFreezeId, settled, type Frozen } from '@/lib/accounts/freeze/freeze';
import { approve, finish, generateApprovalId } from '@/lib/helpdesk/approvals/approval';
import { CHANGES } from '@/lib/helpdesk/desk/changes/changes';
import { REMOVALS } from '@/lib/helpdesk/desk/removal/removals';
import { LIFTS } from '@/lib/helpdesk/safety/freeze/lifts';
import { systemRandom } from '@/lib/shared/random';
import { at } from '../../../support/doubles/fake-activations';
import { openCase } from '../../../support/doubles/fake-cases';
import { invitationInEveryState } from '../../../support/doubles/fake-invitations';
import type { HelpdeskStores } from '../../../support/doubles/fake-helpdesk-stores';

const NOTHING = { events: [], messages: [] };
const BUSY = 5;
let round = 0;

type Queue = {
  add: (stores: HelpdeskStores, user: { userId: string; domain: string }, seconds: number) => Promise<{ id: string }>;
  list: (stores: HelpdeskStores, domain: string, limit: number) => Promise<{ id: string }[]>;
};

const asked = (seconds: number) => ({ requestedBy: 'agent', requestedAt: at(seconds), endsAt: at(seconds + 3_600) });

const awaiting = (prefix: string) =>
  ({
    id: generateApprovalId(prefix, systemRandom),
    version: 1,
    state: 'awaiting',
    decidedBy: null,
    endedAt: null,
  }) as const;

const invitation: Queue['add'] = async (stores, user, seconds) => {
  const request = { ...invitationInEveryState(user.userId).awaiting, ...user, ...asked(seconds) };
  await stores.invitations.create(request, null, NOTHING);
  return request;
};

const QUEUES: Record<string, Queue> = {
  'invitations that wait': { add: invitation, list: ({ invitations }, ...which) => invitations.listAwaiting(...which) },
  'invitations of a day': {
    // The newest come first.
    add: (stores, user, seconds) => invitation(stores, user, -seconds),
    list: ({ invitations }, domain, limit) => invitations.listSince(domain, at(-100_000), limit),
  },
  'removals that wait': {
    async add({ approvals }, user, seconds) {
      const subject = { instanceId: `of ${user.userId}`, reason: 'lost', ticket: 'T-1', justification: null } as const;
      const request = { ...awaiting(REMOVALS.prefix), ...user, ...asked(seconds), subject };
      await approvals.create(REMOVALS, request, NOTHING);
      return request;
    },
    list: ({ approvals }, ...which) => approvals.listAwaiting(REMOVALS, ...which),
  },
  'changes that wait': {
    async add({ approvals }, user, seconds) {
      const subject = { change: 'remove', role: null, instanceId: null, ticket: null } as const;
      const request = { ...awaiting(CHANGES.prefix), ...user, ...asked(seconds), subject };
      await approvals.create(CHANGES, request, NOTHING);
      return request;
    },
    list: ({ approvals }, ...which) => approvals.listAwaiting(CHANGES, ...which),
  },
  'requests to lift a freeze': {
    async add({ approvals }, user, seconds) {
      const subject = { freezeId: generateFreezeId(systemRandom), ticket: 'T-1', evidence: [] };
      const request = { ...awaiting(LIFTS.prefix), ...user, ...asked(seconds), subject };
      await approvals.create(LIFTS, request, NOTHING);
      return request;
    },
    list: ({ approvals }, ...which) => approvals.listAwaiting(LIFTS, ...which),
  },
};

/** What every store of requests for a second person does. @param open gives stores, which need not be empty */
export function approvalQueuesContract(open: () => Promise<HelpdeskStores>): void {
  describe.each(Object.entries(QUEUES))('the queue of %s', (_name, { add, list }) => {
    it('the queue is of one domain, and a busy domain does not hide it', async () => {
      const stores = await open();
      const [quiet, busy] = [`quiet ${(round += 1)}`, `busy ${round}`];
      const seconds = (place: number) => -50_000 + round * 100 + place;
      for (let place = 0; place < BUSY; place++)
        await add(stores, { userId: `${busy} ${place}`, domain: busy }, seconds(place));
      const own = await add(stores, { userId: quiet, domain: quiet }, seconds(BUSY));
      expect((await list(stores, quiet, BUSY)).map(({ id }) => id)).toEqual([own.id]);
      const listed = await list(stores, busy, BUSY - 1);
      expect(listed).toHaveLength(BUSY - 1);
      expect(listed.map(({ id }) => id)).not.toContain(own.id);
    });
  });

  describe('a freeze', () => {
    it('a freeze is lifting with the approval of its request, and lifted once that is carried out', async () => {
      const { freezes, approvals } = await open();
      const user = { userId: `frozen ${(round += 1)}`, domain: 'example.org' };
      const freezeId = generateFreezeId(systemRandom);
      const times = { frozenAt: at(round), isSettled: false };
      const frozen: Frozen = { id: freezeId, version: 1, ...user, state: 'frozen', frozenBy: 'person', ...times };
      await freezes.create(frozen, openCase({ ...user, about: 'frozen' }), NOTHING);
      const subject = { freezeId, ticket: 'T-1', evidence: [] };
      const requested = { ...awaiting(LIFTS.prefix), ...user, ...asked(0), subject };
      await approvals.create(LIFTS, requested, NOTHING);
      const due = async () => (await freezes.listDue(1_000)).map(({ id }) => id);
      expect(await due()).toContain(freezeId);
      const approved = approve(requested, 'approver', null);
      expect(await approvals.save(LIFTS, approved, NOTHING)).toMatchObject({ ok: true });
      expect(await freezes.findStanding(user)).toMatchObject({ state: 'lifting' });
      expect(await due()).not.toContain(freezeId);
      // A round that read it before locks nothing for good.
      expect(await freezes.save(settled(frozen), NOTHING)).toEqual({ ok: false, refusal: 'version-moved' });
      expect(await freezes.isFrozen(user)).toBe(true);
      expect(await approvals.save(LIFTS, finish(approved, at(9)), NOTHING)).toMatchObject({ ok: true });
      expect(await freezes.isFrozen(user)).toBe(false);
      expect(await freezes.find(freezeId)).toMatchObject({ state: 'lifted', endedAt: at(9) });
    });

    it('threat: a request to lift outlives its freeze: its approval lifts nothing, and is not recorded', async () => {
      const { approvals } = await open();
      const user = { userId: `lifted ${(round += 1)}`, domain: 'example.org' };
      const subject = { freezeId: generateFreezeId(systemRandom), ticket: 'T-1', evidence: [] };
      const requested = { ...awaiting(LIFTS.prefix), ...user, ...asked(0), subject };
      await approvals.create(LIFTS, requested, NOTHING);
      const approved = await approvals.save(LIFTS, approve(requested, 'approver', null), NOTHING);
      expect(approved).toEqual({ ok: false, refusal: 'version-moved' });
      expect(await approvals.find(LIFTS, requested.id, user.domain)).toEqual(requested);
    });
  });
}
