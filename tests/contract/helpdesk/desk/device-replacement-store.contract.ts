import { beforeEach, describe, expect, it } from 'vitest';
import {
  cancelReplacement,
  finish,
  generateDeviceReplacementId,
  haveNewDevice,
  retire,
  stop,
  undo,
  undone,
  type AwaitingDevice,
  type DeviceReplacement,
  type Retired,
} from '@/lib/devices/replacement/device-replacement';
import { systemContext } from '@/lib/audit/audit-context';
import { HOLD_CAUSES } from '@/lib/devices/locks/device-holds';
import { systemRandom } from '@/lib/shared/random';
import type { Result } from '@/lib/shared/result';
import { at } from '../../../support/doubles/fake-activations';
import { aHash } from '../../../support/doubles/fake-invitations';
import type { HelpdeskStores } from '../../../support/doubles/fake-helpdesk-stores';

const NOTHING = { events: [], messages: [] };
const NEW = { newInstanceId: 'VDS1000042-9', newName: 'New phone' };
let devices = 0;

function begun(owner: string): AwaitingDevice {
  return {
    state: 'awaiting-device',
    id: generateDeviceReplacementId(systemRandom),
    version: 1,
    userId: owner,
    domain: 'example.org',
    oldInstanceId: `old device ${(devices += 1)}`,
    oldName: 'Old phone',
    startedAt: at(0),
    notMeTokenHash: null,
    endsAt: at(600),
  };
}

function given<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

/** What every adapter of the ports `DeviceReplacementStore` and `DeviceHolds` does. @param open gives stores */
export function deviceReplacementStoreContract(open: () => Promise<HelpdeskStores>): void {
  describe('replacements', () => {
    let stores: HelpdeskStores;
    let first: AwaitingDevice;

    beforeEach(async () => {
      stores = await open();
      first = begun(`owner ${devices}`);
      expect(await stores.replacements.create(first, NOTHING)).toEqual({ ok: true, value: null });
    });

    it('a replacement is read back in every state', async () => {
      const tested = haveNewDevice(first, NEW);
      const retired = retire(tested, aHash(), at(9));
      const ends: DeviceReplacement[][] = [
        [tested, retired, given(finish(retired, retired.endsAt))],
        [tested, retired, given(undo(retired, at(10))), undone(given(undo(retired, at(10))))],
        [tested, retired, stop(retired, at(10))],
        [cancelReplacement(first, at(10))],
      ];
      expect(await stores.replacements.find(first.id, first)).toEqual(first);
      expect(await stores.replacements.find(first.id, { ...first, userId: 'somebody else' })).toBeNull();
      expect(await stores.replacements.find(first.id, { ...first, domain: 'elsewhere' })).toBeNull();
      for (const way of ends) {
        const other = begun(`owner ${devices}`);
        const ownHash = aHash();
        await stores.replacements.create(other, NOTHING);
        for (const move of way) {
          const { id, userId, oldInstanceId } = other;
          const notMeTokenHash = move.notMeTokenHash && ownHash;
          const moved = { ...move, id, userId, oldInstanceId, notMeTokenHash };
          expect(await stores.replacements.save(moved, NOTHING)).toEqual({ ok: true, value: null });
          expect(await stores.replacements.find(id, moved)).toEqual(moved);
        }
        expect(await stores.replacements.findUnderWay(other)).toBeNull();
      }
    });

    it('a user has one replacement at a time, and so has a device', async () => {
      const second = begun(first.userId);
      const refused = { ok: false, refusal: 'already-under-way' };
      expect(await stores.replacements.create(second, NOTHING)).toEqual(refused);
      const tested = haveNewDevice(first, NEW);
      const retired = retire(tested, aHash(), at(9));
      await stores.replacements.save(tested, NOTHING);
      expect(await stores.replacements.findUnderWay(first)).toEqual(tested);
      await stores.replacements.save(retired, NOTHING);
      expect(await stores.replacements.create({ ...second, oldInstanceId: first.oldInstanceId }, NOTHING)).toEqual(
        refused,
      );
      expect(await stores.replacements.create(second, NOTHING)).toEqual({ ok: true, value: null });
      expect((await stores.replacements.listOpen(first)).map(({ id }) => id)).toEqual(
        expect.arrayContaining([retired.id, second.id]),
      );
    });

    it('only one of two concurrent moves of a replacement is saved', async () => {
      const moves = [haveNewDevice(first, NEW), cancelReplacement(first, at(9))];
      const saved = await Promise.all(moves.map((move) => stores.replacements.save(move, NOTHING)));
      expect(saved.filter(({ ok }) => ok)).toHaveLength(1);
    });

    it('a replacement is due while its old device has still to be unlocked', async () => {
      const due = async () => (await stores.replacements.listDue(at(9), 1_000)).map(({ id }) => id);
      const tested = haveNewDevice(first, NEW);
      const retired = retire(tested, aHash(), at(8));
      const undoing = given(undo(retired, at(9)));
      for (const move of [tested, retired, undoing]) await stores.replacements.save(move, NOTHING);
      expect(await due()).toContain(first.id);
      await stores.replacements.save(undone(undoing), NOTHING);
      expect(await due()).not.toContain(first.id);
    });

    it('a replacement is due from the hold of its retirement until the move is saved', async () => {
      const due = async () => (await stores.replacements.listDue(at(9), 1_000)).map(({ id }) => id);
      const tested = haveNewDevice(first, NEW);
      await stores.replacements.save(tested, NOTHING);
      await stores.holds.hold(first.oldInstanceId, 'helpdesk', at(8));
      expect(await due()).not.toContain(first.id);
      await stores.holds.hold(first.oldInstanceId, 'replaced', at(8));
      expect(await due()).toContain(first.id);
      await stores.replacements.save(retire(tested, aHash(), at(9)), NOTHING);
      expect(await due()).not.toContain(first.id);
    });

    it('a replacement is due when its time is over, unless it has ended', async () => {
      const due = async (now: Date) => (await stores.replacements.listDue(now, 1_000)).map(({ id }) => id);
      expect(await due(at(599))).not.toContain(first.id);
      expect(await due(at(600))).toContain(first.id);
      await stores.replacements.save(cancelReplacement(first, at(600)), NOTHING);
      expect(await due(at(600))).not.toContain(first.id);
    });
  });

  describe('holds', () => {
    it('a hold is due until the device is confirmed locked or the hold is released', async () => {
      const { holds } = await open();
      const device = `held device ${(devices += 1)}`;
      const due = async () => (await holds.listDue(1_000)).filter(({ instanceId }) => instanceId === device);
      for (const cause of ['helpdesk', 'person'] as const) await holds.hold(device, cause, at(0));
      expect((await due()).map(({ cause }) => cause).toSorted()).toEqual(['helpdesk', 'person']);
      await holds.release(device, 'person');
      expect(await due()).toEqual([{ instanceId: device, cause: 'helpdesk' }]);
      await holds.markLocked(device, at(1));
      await holds.hold(device, 'helpdesk', at(2));
      expect(await due()).toEqual([]);
      await holds.hold(device, 'person', at(3));
      expect(await due()).toEqual([{ instanceId: device, cause: 'person' }]);
    });

    it('a hold and its audit event are saved together', async () => {
      const { holds, audit } = await open();
      const device = `held device ${(devices += 1)}`;
      const owner = { userId: `owner ${devices}`, domain: 'example.org' };
      const event = { type: 'authenticator-locked', instanceId: device, ...systemContext(owner, device) } as const;
      await holds.hold(device, 'person', at(0), null, [event]);
      expect(await audit.listFor(owner, 10)).toHaveLength(1);
    });

    it('a hold stands from the first request of its cause to the release of that cause', async () => {
      const { holds } = await open();
      const device = `held device ${(devices += 1)}`;
      expect(await holds.standing(device)).toEqual([]);
      await Promise.all([holds.hold(device, 'helpdesk', at(0)), holds.hold(device, 'helpdesk', at(1))]);
      expect(await holds.standing(device)).toEqual(['helpdesk']);
      await holds.release(device, 'helpdesk');
      expect(await holds.standing(device)).toEqual([]);
      await holds.release(device, 'helpdesk');
    });

    it('a staff hold is not ended by a stale reader after it was renewed', async () => {
      const { holds } = await open();
      const device = `held device ${(devices += 1)}`;
      expect(await holds.staffHold(device)).toBeNull();
      await holds.hold(device, 'helpdesk', at(0), 'ann');
      const read = { by: 'ann', at: at(0) };
      expect(await holds.staffHold(device)).toEqual(read);
      await holds.hold(device, 'helpdesk', at(1), 'bob');
      expect(await holds.releaseStaffHold(device, read)).toBe(false);
      expect(await holds.releaseStaffHold(device, { by: 'bob', at: at(1) })).toBe(true);
      expect(await holds.standing(device)).toEqual([]);
    });

    it('a released hold leaves those of other causes standing', async () => {
      const { holds } = await open();
      const device = `held device ${(devices += 1)}`;
      for (const cause of HOLD_CAUSES) await holds.hold(device, cause, at(0));
      expect(await holds.standing(device)).toEqual(['helpdesk', 'person', 'replaced', 'reported', 'frozen']);
      await holds.release(device, 'person');
      expect(await holds.standing(device)).toEqual(['helpdesk', 'replaced', 'reported', 'frozen']);
    });

    it('a replaced device’s holds end when its replacement is undone or cancelled, and with no other move', async () => {
      const { holds, replacements } = await open();
      const ends: [(retired: Retired) => DeviceReplacement, boolean][] = [
        [(retired) => given(undo(retired, at(10))), false],
        [(retired) => ({ ...cancelReplacement(underWayAgain(retired), at(10)) }), false],
        [(retired) => stop(retired, at(10)), true],
        [(retired) => given(finish(retired, retired.endsAt)), true],
      ];
      for (const [end, stands] of ends) {
        const start = begun(`owner ${devices}`);
        const tested = haveNewDevice(start, NEW);
        const retired = retire(tested, aHash(), at(9));
        await replacements.create(start, NOTHING);
        for (const cause of ['replaced', 'helpdesk'] as const) await holds.hold(start.oldInstanceId, cause, at(8));
        await replacements.save(tested, NOTHING);
        await replacements.save(retired, NOTHING);
        expect(await holds.standing(start.oldInstanceId)).toEqual(['helpdesk', 'replaced']);
        expect(await replacements.save(end(retired), NOTHING)).toEqual({ ok: true, value: null });
        expect(await holds.standing(start.oldInstanceId)).toEqual(stands ? ['helpdesk', 'replaced'] : ['helpdesk']);
      }
    });
  });
}

/** As it would be had it never come to a test login. */
function underWayAgain({ state: _state, newInstanceId: _id, newName: _name, ...rest }: Retired): AwaitingDevice {
  return { ...rest, state: 'awaiting-device' };
}
