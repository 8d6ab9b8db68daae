import { describe, expect, it } from 'vitest';
import { endLiftRequest, generateFreezeId, requestLift, type Frozen } from '@/lib/accounts/freeze/freeze';
import { generateApprovalId } from '@/lib/approvals/approval';
import { CHANGES } from '@/lib/helpdesk/changes/changes';
import { REMOVALS } from '@/lib/helpdesk/removal/removals';
import { systemRandom } from '@/lib/shared/random';
import { at } from '../../support/doubles/fake-activations';
import { invitationInEveryState } from '../../support/doubles/fake-invitations';
import type { HelpdeskStores } from '../../support/doubles/fake-helpdesk-stores';

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
    async add({ freezes }, user, seconds) {
      const times = { frozenAt: at(seconds), isSettled: true };
      const named = { id: generateFreezeId(systemRandom), version: 1, ...user };
      const frozen: Frozen = { ...named, state: 'frozen', frozenBy: 'person', ...times };
      await freezes.create(frozen, NOTHING);
      await freezes.save(requestLift(frozen, { ticket: 'T-1', evidence: [], ...asked(seconds) }), NOTHING);
      return frozen;
    },
    list: ({ freezes }, ...which) => freezes.listLiftRequested(...which),
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

  describe('a request to lift a freeze', () => {
    it('a request to lift a freeze is due when it is overdue, and stays with its end until it is declined', async () => {
      const { freezes } = await open();
      const user = { userId: `overdue ${(round += 1)}`, domain: 'example.org' };
      const times = { frozenAt: at(round), isSettled: true };
      const id = generateFreezeId(systemRandom);
      const frozen: Frozen = { id, version: 1, ...user, state: 'frozen', frozenBy: 'person', ...times };
      await freezes.create(frozen, NOTHING);
      const requested = requestLift(frozen, { ticket: 'T-1', evidence: [], ...asked(0) });
      await freezes.save(requested, NOTHING);
      expect(await freezes.find(id)).toEqual(requested);
      const due = async (now: Date) => (await freezes.listDue(now, 1_000)).map((one) => one.id);
      expect(await due(at(3_599))).not.toContain(id);
      expect(await due(at(3_600))).toContain(id);
      const declined = endLiftRequest(requested);
      await freezes.save(declined, NOTHING);
      expect(await freezes.find(id)).toEqual(declined);
      expect(await due(at(3_600))).not.toContain(id);
    });
  });
}
