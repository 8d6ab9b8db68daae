import { beforeEach, describe, expect, it } from 'vitest';
import {
  approve,
  decline,
  expire,
  finish,
  generateApprovalId,
  withdraw,
  type Approval,
  type Awaiting,
} from '@/lib/helpdesk/approvals/approval';
import type { ApprovalStore, StoredKind } from '@/lib/helpdesk/approvals/approval-store';
import type { PersonChange } from '@/lib/helpdesk/desk/changes/change-request';
import { CHANGES } from '@/lib/helpdesk/desk/changes/changes';
import { REMOVALS } from '@/lib/helpdesk/desk/removal/removals';
import { systemRandom } from '@/lib/shared/random';
import { at } from '../../../support/doubles/fake-activations';
import type { HelpdeskStores } from '../../../support/doubles/fake-helpdesk-stores';

const NOTHING = { events: [], messages: [] };
const DONE = { ok: true, value: null };
let requests = 0;

type Thing = { thing: string };

/** A kind that no room has: the store knows none of them. */
const THINGS: StoredKind<Thing> = {
  name: 'contract',
  unmet: [],
  keyOf: ({ thing }) => thing,
  parse: ({ thing }) => ({ thing: String(thing) }),
};

function askedFor<Subject>(subject: Subject, userId: string | null = `user ${(requests += 1)}`): Awaiting<Subject> {
  return {
    id: generateApprovalId('con', systemRandom),
    version: 1,
    subject,
    userId,
    domain: 'example.org',
    requestedBy: 'anna through the service account Tickets',
    requestedAt: at(0),
    endsAt: at(600),
    state: 'awaiting',
    decidedBy: null,
    endedAt: null,
  };
}

const CHANGED: PersonChange[] = [
  { change: 'disable', role: null, instanceId: null },
  { change: 'remove', role: null, instanceId: null },
  { change: 'take-role', role: 'auditor', instanceId: null },
  { change: 'take-role', role: 'administrator', instanceId: null },
  { change: 'lock-device', role: null, instanceId: 'VDS1000042-1' },
  { change: 'unlock-device', role: null, instanceId: 'VDS1000042-1' },
  { change: 'unlock-device', role: null, instanceId: 'VDS1000042-2' },
];

/** What every adapter of the port `ApprovalStore` does. @param open gives stores, which need not be empty */
export function approvalStoreContract(open: () => Promise<HelpdeskStores>): void {
  describe('requests that take a second person', () => {
    let store: ApprovalStore;
    let awaiting: Awaiting<Thing>;

    beforeEach(async () => {
      ({ approvals: store } = await open());
      awaiting = askedFor({ thing: `thing ${(requests += 1)}` });
      expect(await store.create(THINGS, awaiting, NOTHING)).toEqual(DONE);
    });

    const of = <Found extends { id: string }>(found: Found[]) => found.filter(({ id }) => id === awaiting.id);
    const due = async (now: Date) => of(await store.listDue(THINGS, now, 1_000));
    const queue = async (domain: string) => of(await store.listAwaiting(THINGS, domain, 1_000));

    it('a request is read back as it was saved, in every state', async () => {
      const approved = approve(awaiting, 'approver', null);
      const ways: Approval<Thing>[][] = [
        [approved, finish(approved, at(9))],
        [approved, withdraw(approved, at(9))],
        [approve(awaiting, 'approver', at(9))],
        [decline(awaiting, 'approver', at(9))],
        [expire(awaiting, at(600))],
      ];
      expect(await store.find(THINGS, awaiting.id, 'example.org')).toEqual(awaiting);
      for (const way of ways) {
        const other = askedFor({ thing: `thing ${(requests += 1)}` });
        const { id, userId, subject } = other;
        await store.create(THINGS, other, NOTHING);
        for (const move of way) {
          const moved = { ...move, id, userId, subject };
          expect(await store.save(THINGS, moved, NOTHING)).toEqual(DONE);
          expect(await store.find(THINGS, id, 'example.org')).toEqual(moved);
          expect(await store.listFor(THINGS, { userId: userId ?? '', domain: other.domain }, 10)).toEqual([moved]);
        }
      }
    });

    it('a request is found by its own kind alone, and in its own domain', async () => {
      expect(await store.find(THINGS, awaiting.id, 'other.example')).toBeNull();
      expect(await store.find({ ...THINGS, name: 'another' }, awaiting.id, 'example.org')).toBeNull();
      expect(await store.listAwaiting({ ...THINGS, name: 'another' }, awaiting.domain, 1_000)).toEqual([]);
    });

    it('a request may have no subject', async () => {
      const nobody = askedFor({ thing: `thing ${(requests += 1)}` }, null);
      await store.create(THINGS, nobody, NOTHING);
      expect(await store.find(THINGS, nobody.id, 'example.org')).toEqual(nobody);
    });

    it('a second request of a key is refused while the first waits, and until it is carried out', async () => {
      const again = () => store.create(THINGS, askedFor(awaiting.subject), NOTHING);
      const refused = { ok: false, refusal: 'already-asked' };
      expect(await again()).toEqual(refused);
      const approved = approve(awaiting, 'approver', null);
      await store.save(THINGS, approved, NOTHING);
      expect(await again()).toEqual(refused);
      await store.save(THINGS, finish(approved, at(9)), NOTHING);
      const elsewhere = { ...askedFor(awaiting.subject), domain: 'other.example' };
      expect(await store.create(THINGS, elsewhere, NOTHING)).toEqual(DONE);
      expect(await again()).toEqual(DONE);
    });

    it('threat: two decide at the same moment — one of them does', async () => {
      const decisions = [approve(awaiting, 'approver', null), decline(awaiting, 'another', at(9))];
      const saved = await Promise.all(decisions.map((decision) => store.save(THINGS, decision, NOTHING)));
      expect(saved.filter(({ ok }) => ok)).toHaveLength(1);
      expect(saved).toContainEqual({ ok: false, refusal: 'version-moved' });
    });

    it('a request is due when it is overdue, and from its approval until it is carried out', async () => {
      expect(await due(at(599))).toEqual([]);
      expect(await due(at(600))).toEqual([awaiting]);
      const approved = approve(awaiting, 'approver', null);
      await store.save(THINGS, approved, NOTHING);
      expect(await due(at(0))).toEqual([approved]);
      await store.save(THINGS, finish(approved, at(9)), NOTHING);
      expect(await due(at(10_000))).toEqual([]);
    });

    it('a request waits in the queue of its domain', async () => {
      expect(await queue('example.org')).toEqual([awaiting]);
      expect(await queue('other.example')).toEqual([]);
      await store.save(THINGS, approve(awaiting, 'approver', null), NOTHING);
      expect(await queue('example.org')).toEqual([]);
    });

    it('a request of each kind has the subject that it was made with, and a key of its own', async () => {
      const userId = `person ${(requests += 1)}`;
      for (const change of CHANGED) {
        const request = askedFor({ ...change, ticket: 'T-1' }, userId);
        expect(await store.create(CHANGES, request, NOTHING)).toEqual(DONE);
        expect(await store.find(CHANGES, request.id, 'example.org')).toEqual(request);
        const again = askedFor({ ...change, ticket: null }, userId);
        expect(await store.create(CHANGES, again, NOTHING)).toEqual({ ok: false, refusal: 'already-asked' });
      }
      const device = { instanceId: `device of ${userId}`, reason: 'stolen', ticket: 'T-1' } as const;
      const removal = askedFor({ ...device, justification: null }, userId);
      expect(await store.create(REMOVALS, removal, NOTHING)).toEqual(DONE);
      expect(await store.find(REMOVALS, removal.id, 'example.org')).toEqual(removal);
    });
  });
}
