import { beforeEach, describe, expect, it } from 'vitest';
import { type ChangeRequest, generateChangeRequestId, type PersonChange } from '@/lib/helpdesk/changes/change-request';
import { systemRandom } from '@/lib/shared/random';
import { at } from '../../support/doubles/fake-activations';
import type { HelpdeskStores } from '../../support/doubles/fake-helpdesk-stores';

const NOTHING = { events: [], messages: [] };
let people = 0;

const CHANGES: PersonChange[] = [
  { change: 'disable', role: null, instanceId: null },
  { change: 'remove', role: null, instanceId: null },
  { change: 'take-role', role: 'auditor', instanceId: null },
  { change: 'take-role', role: 'administrator', instanceId: null },
  { change: 'lock-device', role: null, instanceId: 'VDS1000042-1' },
  { change: 'unlock-device', role: null, instanceId: 'VDS1000042-1' },
  { change: 'unlock-device', role: null, instanceId: 'VDS1000042-2' },
];

/** What every adapter of the port `ChangeRequestStore` does. @param open gives stores, which need not be empty */
export function changeRequestStoreContract(open: () => Promise<HelpdeskStores>): void {
  describe('changes that take a second person', () => {
    let stores: HelpdeskStores;
    let userId: string;

    beforeEach(async () => {
      stores = await open();
      userId = `person ${(people += 1)}`;
    });

    const asked = (change: PersonChange): ChangeRequest => ({
      ...change,
      id: generateChangeRequestId(systemRandom),
      version: 1,
      state: 'awaiting-approval',
      userId,
      domain: 'example.org',
      ticket: 'T-1',
      requestedBy: 'anna through the service account Tickets',
      requestedAt: at(0),
      endsAt: at(600),
      decidedBy: null,
      endedAt: null,
    });
    const of = (requests: ChangeRequest[]) => requests.filter((request) => request.userId === userId);
    const due = async (now: Date) => of(await stores.changes.listDue(now, 1_000)).map(({ id }) => id);

    it('a change request is read back in every state, and is unique while it is awaiting', async () => {
      for (const change of CHANGES) {
        const request = asked(change);
        expect(await stores.changes.create(request, NOTHING)).toEqual({ ok: true, value: null });
        expect(await stores.changes.find(request.id)).toEqual(request);
        expect(await stores.changes.create(asked(change), NOTHING)).toEqual({ ok: false, refusal: 'already-asked' });
        const approved: ChangeRequest = { ...request, version: 2, state: 'approved', decidedBy: 'approver' };
        expect(await stores.changes.save(approved, NOTHING)).toEqual({ ok: true, value: null });
        expect(await stores.changes.create(asked(change), NOTHING)).toEqual({ ok: false, refusal: 'already-asked' });
        const done: ChangeRequest = { ...approved, version: 3, state: 'done', endedAt: at(9) };
        await stores.changes.save(done, NOTHING);
        expect(await stores.changes.find(request.id)).toEqual(done);
        expect(await stores.changes.create(asked(change), NOTHING)).toEqual({ ok: true, value: null });
      }
    });

    it('a change request is decided once', async () => {
      const [change] = CHANGES;
      if (!change) throw new TypeError('no change');
      const request = asked(change);
      await stores.changes.create(request, NOTHING);
      const decided = (state: 'approved' | 'declined') =>
        stores.changes.save({ ...request, version: 2, state, decidedBy: 'approver' }, NOTHING);
      const outcomes = await Promise.all([decided('approved'), decided('declined')]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    });

    it('change requests await in their domain, and are due when overdue or approved', async () => {
      const request = asked({ change: 'remove', role: null, instanceId: null });
      await stores.changes.create(request, NOTHING);
      expect(of(await stores.changes.listAwaiting('example.org', 1_000))).toEqual([request]);
      expect(of(await stores.changes.listAwaiting('other.example', 1_000))).toEqual([]);
      expect(await due(at(599))).toEqual([]);
      expect(await due(at(600))).toEqual([request.id]);
      await stores.changes.save({ ...request, version: 2, state: 'approved', decidedBy: 'approver' }, NOTHING);
      expect(of(await stores.changes.listAwaiting('example.org', 1_000))).toEqual([]);
      expect(await due(at(1))).toEqual([request.id]);
      await stores.changes.save({ ...request, version: 3, state: 'done', decidedBy: 'approver' }, NOTHING);
      expect(await due(at(600))).toEqual([]);
    });
  });
}
