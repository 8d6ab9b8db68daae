import { beforeEach, describe, expect, it } from 'vitest';
import {
  cancelReplacement,
  finish,
  generateDeviceReplacementId,
  haveNewDevice,
  retire,
  stop,
  undo,
  type AwaitingDevice,
  type DeviceReplacement,
} from '@/lib/authenticators/device-replacement';
import { systemRandom } from '@/lib/shared/random';
import type { Result } from '@/lib/shared/result';
import { at } from '../support/fake-activations';
import type { HelpdeskStores } from '../support/fake-helpdesk-stores';

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

    it('are read back as they were saved, in every state', async () => {
      const tested = haveNewDevice(first, NEW);
      const retired = retire(tested, at(9));
      const ends: DeviceReplacement[][] = [
        [tested, retired, given(finish(retired, retired.endsAt))],
        [tested, retired, given(undo(retired, at(10)))],
        [tested, retired, stop(retired, at(10))],
        [cancelReplacement(first, at(10))],
      ];
      expect(await stores.replacements.find(first.id)).toEqual(first);
      for (const way of ends) {
        const other = begun(`owner ${devices}`);
        await stores.replacements.create(other, NOTHING);
        for (const move of way) {
          const { id, userId, oldInstanceId } = other;
          const moved = { ...move, id, userId, oldInstanceId };
          expect(await stores.replacements.save(moved, NOTHING)).toEqual({ ok: true, value: null });
          expect(await stores.replacements.find(id)).toEqual(moved);
        }
        expect(await stores.replacements.findUnderWay(other)).toBeNull();
      }
    });

    it('are one at a time for a person, and one for a device until that is over', async () => {
      const second = begun(first.userId);
      const refused = { ok: false, refusal: 'already-under-way' };
      expect(await stores.replacements.create(second, NOTHING)).toEqual(refused);
      const tested = haveNewDevice(first, NEW);
      const retired = retire(tested, at(9));
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

    it('move once when two moves come at the same moment', async () => {
      const moves = [haveNewDevice(first, NEW), cancelReplacement(first, at(9))];
      const saved = await Promise.all(moves.map((move) => stores.replacements.save(move, NOTHING)));
      expect(saved.filter(({ ok }) => ok)).toHaveLength(1);
    });

    it('are due when their time is over, and no more when they have ended', async () => {
      const due = async (now: Date) => (await stores.replacements.listDue(now, 1_000)).map(({ id }) => id);
      expect(await due(at(599))).not.toContain(first.id);
      expect(await due(at(600))).toContain(first.id);
      await stores.replacements.save(cancelReplacement(first, at(600)), NOTHING);
      expect(await due(at(600))).not.toContain(first.id);
    });
  });

  describe('holds', () => {
    it('last from the first hold to the release, however often a device is held', async () => {
      const { holds } = await open();
      const device = `held device ${(devices += 1)}`;
      expect(await holds.isHeld(device)).toBe(false);
      await Promise.all([holds.hold(device, at(0)), holds.hold(device, at(1))]);
      expect(await holds.isHeld(device)).toBe(true);
      await holds.release(device);
      expect(await holds.isHeld(device)).toBe(false);
      await holds.release(device);
    });
  });
}
