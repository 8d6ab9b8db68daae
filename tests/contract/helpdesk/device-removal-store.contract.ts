import { beforeEach, describe, expect, it } from 'vitest';
import {
  approveRemoval,
  declineRemoval,
  expireRemoval,
  finishRemoval,
  generateDeviceRemovalId,
  type DeviceRemoval,
  type RemovalAwaiting,
} from '@/lib/helpdesk/removal/device-removal';
import { systemRandom } from '@/lib/shared/random';
import { at } from '../../support/doubles/fake-activations';
import type { HelpdeskStores } from '../../support/doubles/fake-helpdesk-stores';

const NOTHING = { events: [], messages: [] };
let devices = 0;

function askedFor(instanceId: string): RemovalAwaiting {
  return {
    state: 'awaiting-approval',
    id: generateDeviceRemovalId(systemRandom),
    version: 1,
    userId: `owner of ${instanceId}`,
    domain: 'example.org',
    instanceId,
    reason: 'stolen',
    ticket: 'T-1',
    justification: null,
    requestedBy: 'helpdesk',
    requestedAt: at(0),
    endsAt: at(600),
  };
}

/** What every adapter of the port `DeviceRemovalStore` does. @param open gives stores, which need not be empty */
export function deviceRemovalStoreContract(open: () => Promise<HelpdeskStores>): void {
  describe('removals', () => {
    let stores: HelpdeskStores;
    let awaiting: RemovalAwaiting;

    beforeEach(async () => {
      stores = await open();
      awaiting = askedFor(`device ${(devices += 1)}`);
      expect(await stores.removals.create(awaiting, NOTHING)).toEqual({ ok: true, value: null });
    });

    const due = async (now: Date) =>
      (await stores.removals.listDue(now, 1_000)).filter(({ instanceId }) => instanceId === awaiting.instanceId);

    it('a removal is read back in every state', async () => {
      const approved = approveRemoval(awaiting, 'approver');
      const expired = expireRemoval(awaiting, awaiting.endsAt);
      if (!expired.ok) throw new Error(expired.refusal);
      const moves: DeviceRemoval[][] = [
        [approved, finishRemoval(approved, at(9))],
        [declineRemoval(awaiting, 'approver', at(9))],
        [expired.value],
      ];
      expect(await stores.removals.find(awaiting.id)).toEqual(awaiting);
      for (const way of moves) {
        const other = askedFor(`device ${(devices += 1)}`);
        await stores.removals.create(other, NOTHING);
        for (const move of way) {
          const moved = { ...move, id: other.id, instanceId: other.instanceId, userId: other.userId };
          expect(await stores.removals.save(moved, NOTHING)).toEqual({ ok: true, value: null });
          expect(await stores.removals.find(other.id)).toEqual(moved);
          expect(await stores.removals.listFor(other, 10)).toEqual([moved]);
        }
      }
    });

    it('a device has at most one removal at a time', async () => {
      const second = { ...askedFor(awaiting.instanceId), requestedBy: 'another agent' };
      expect(await stores.removals.create(second, NOTHING)).toEqual({ ok: false, refusal: 'already-asked' });
      await stores.removals.save(declineRemoval(awaiting, 'approver', at(9)), NOTHING);
      expect(await stores.removals.create(second, NOTHING)).toEqual({ ok: true, value: null });
    });

    it('only one of two concurrent decisions on a removal is saved', async () => {
      const decisions = [approveRemoval(awaiting, 'approver'), declineRemoval(awaiting, 'another', at(9))];
      const saved = await Promise.all(decisions.map((decision) => stores.removals.save(decision, NOTHING)));
      expect(saved.filter(({ ok }) => ok)).toHaveLength(1);
    });

    it('a removal is due when overdue, and from its approval until it is done', async () => {
      expect(await due(at(599))).toEqual([]);
      expect(await due(at(600))).toEqual([awaiting]);
      const approved = approveRemoval(awaiting, 'approver');
      await stores.removals.save(approved, NOTHING);
      expect(await due(at(0))).toEqual([approved]);
      await stores.removals.save(finishRemoval(approved, at(9)), NOTHING);
      expect(await due(at(10_000))).toEqual([]);
    });

    it('a removal stays in the queue until it is decided', async () => {
      const queue = async () => (await stores.removals.listAwaiting(awaiting.domain, 1_000)).map(({ id }) => id);
      expect(await queue()).toContain(awaiting.id);
      await stores.removals.save(approveRemoval(awaiting, 'approver'), NOTHING);
      expect(await queue()).not.toContain(awaiting.id);
    });
  });
}
