import { beforeEach, describe, expect, it } from 'vitest';
import type { Active } from '@/lib/activation/activation';
import {
  generateDeviceReplacementId,
  haveNewDevice,
  type UnderWay,
} from '@/lib/devices/replacement/device-replacement';
import { systemRandom } from '@/lib/shared/random';
import {
  disown,
  locked,
  markTrustAnnounced,
  type DeviceNotice,
  type DisownedNotice,
} from '@/lib/helpdesk/safety/notices/device-notice';
import { DAY, HOUR } from '@/lib/shared/time/duration';
import { activationInEveryState, at } from '../../../support/doubles/fake-activations';
import type { HelpdeskStores } from '../../../support/doubles/fake-helpdesk-stores';
import { aHash, invitationInEveryState } from '../../../support/doubles/fake-invitations';
import { newSession } from '../../../support/new-session';

const NO_MOVES = { completed: null, replacing: null };
const NOTHING = { events: [], messages: [] };
let people = 0;

function noticeOf({ id, userId, domain, instanceId, endedAt }: Active): DeviceNotice {
  return {
    state: 'sent',
    activationId: id,
    version: 1,
    userId,
    domain,
    instanceId,
    deviceName: 'My phone',
    trace: { browser: 'Firefox on Linux', network: null },
    activatedAt: endedAt,
    tokenHash: aHash(),
    endsAt: new Date(endedAt.getTime() + DAY),
    trustedFrom: new Date(endedAt.getTime() + HOUR),
    isTrustTold: false,
  };
}

function has(list: DisownedNotice[], id: string): boolean {
  return list.some(({ activationId }) => activationId === id);
}

/** What every adapter of the port `DeviceNoticeStore` does. @param open gives stores, which need not be empty */
export function deviceNoticeStoreContract(open: () => Promise<HelpdeskStores>): void {
  describe('notices', () => {
    let stores: HelpdeskStores;
    let active: Active;
    let notice: DeviceNotice;

    beforeEach(async () => {
      stores = await open();
      const states = activationInEveryState(`owner ${(people += 1)}`);
      active = states.active;
      await stores.activations.create(states.requested, null, at(30), []);
      for (const move of [states.issued, states.scanned, states.verified, states.linked, active])
        await stores.activations.save(move, []);
      notice = noticeOf(active);
    });

    const missing = async (since: Date) =>
      (await stores.notices.listMissing(since, 1_000)).some(({ id }) => id === active.id);

    it('a notice is missing from an activation until it is added', async () => {
      expect(await missing(active.endedAt)).toBe(true);
      expect(await missing(new Date(active.endedAt.getTime() + 1))).toBe(false);
      expect(await stores.notices.add(notice, NO_MOVES, NOTHING)).toEqual({ ok: true, value: null });
      expect(await missing(active.endedAt)).toBe(false);
    });

    it('an activation gets one notice, whatever number is added concurrently', async () => {
      const added = await Promise.all([1, 2, 3].map(() => stores.notices.add(noticeOf(active), NO_MOVES, NOTHING)));
      expect(added.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await stores.notices.add(notice, NO_MOVES, NOTHING)).toEqual({ ok: false, refusal: 'already-told' });
    });

    it('a notice and the completion of its invitation are saved together or not at all', async () => {
      const { awaiting, live, shown, opened, used } = invitationInEveryState(active.userId);
      await stores.invitations.create(awaiting, null, NOTHING);
      for (const move of [live, shown]) await stores.invitations.save(move, NOTHING);
      expect(await stores.notices.add(notice, { completed: used, replacing: null }, NOTHING)).toEqual({
        ok: false,
        refusal: 'version-moved',
      });
      expect(await stores.notices.findByToken(notice.tokenHash)).toBeNull();
      await stores.invitations.save(opened, NOTHING);
      expect(await stores.notices.add(notice, { completed: used, replacing: null }, NOTHING)).toEqual({
        ok: true,
        value: null,
      });
      expect(await stores.invitations.find(awaiting.id, awaiting.domain)).toEqual(used);
    });

    it('a notice and the move of its device replacement are saved together or not at all', async () => {
      const { userId, domain } = notice;
      const named = { userId, domain, oldInstanceId: `old device of ${userId}`, oldName: 'Old phone' };
      const id = generateDeviceReplacementId(systemRandom);
      const times = { startedAt: at(0), endsAt: at(600), notMeTokenHash: null };
      const begun = { state: 'awaiting-device', id, version: 1, ...named, ...times } as const;
      await stores.replacements.create(begun, NOTHING);
      const first = haveNewDevice(begun, { newInstanceId: 'another', newName: 'Another phone' });
      await stores.replacements.save(first, NOTHING);
      const add = (from: UnderWay) => {
        const replacing = haveNewDevice(from, { newInstanceId: notice.instanceId, newName: 'My phone' });
        return stores.notices.add(notice, { completed: null, replacing }, NOTHING);
      };
      expect(await add(begun)).toEqual({ ok: false, refusal: 'version-moved' });
      expect(await stores.notices.findByToken(notice.tokenHash)).toBeNull();
      expect(await add(first)).toEqual({ ok: true, value: null });
      expect(await stores.replacements.find(id, { userId, domain })).toMatchObject({
        newInstanceId: notice.instanceId,
      });
    });

    it('threat: a new device with the identifier of an old one is not trusted by the old one’s notice', async () => {
      const earlier = new Date(notice.activatedAt.getTime() - DAY);
      await stores.notices.add(notice, NO_MOVES, NOTHING);
      const old = { activationId: `${notice.activationId}-old`, tokenHash: aHash(), activatedAt: earlier };
      await stores.notices.add({ ...notice, ...old, trustedFrom: earlier }, NO_MOVES, NOTHING);
      expect((await stores.notices.find([notice.instanceId])).get(notice.instanceId)).toEqual(notice.trustedFrom);
    });

    it('a notice ends the probation of its device, which is due until it is announced', async () => {
      await stores.notices.add(notice, NO_MOVES, NOTHING);
      const end = new Date(notice.activatedAt.getTime() + HOUR);
      expect(await stores.notices.find([notice.instanceId, 'unknown'])).toEqual(new Map([[notice.instanceId, end]]));
      const trusted = async (now: Date) =>
        (await stores.notices.listTrusted(now, 1_000)).filter(({ activationId }) => activationId === active.id);
      expect(await trusted(new Date(end.getTime() - 1))).toEqual([]);
      const [due] = await trusted(end);
      if (!due) throw new TypeError('it is due');
      expect(await stores.notices.save(markTrustAnnounced(due), NOTHING)).toEqual({ ok: true, value: null });
      expect(await trusted(end)).toEqual([]);
    });

    it('a report ends every session of the user, and blocks those of the old epoch', async () => {
      const { userId, domain } = notice;
      const enter = async () => {
        const session = newSession({ userId, domain }, at(0));
        await stores.sessions.create(session, await stores.sessions.epochOf(session));
        return async () => (await stores.sessions.find(session.id, at(61))) !== null;
      };
      await stores.notices.add(notice, NO_MOVES, NOTHING);
      const isBeforeOpen = await enter();
      const disowned = disown(notice, 'not-me', at(60));
      if (!disowned.ok) throw new Error(disowned.refusal);
      await stores.notices.save({ ...disowned.value, version: 7 }, NOTHING);
      expect(await isBeforeOpen()).toBe(true);
      await stores.notices.save(disowned.value, NOTHING);
      expect(await isBeforeOpen()).toBe(false);
      const isAfterOpen = await enter();
      await stores.notices.save(locked(disowned.value), NOTHING);
      expect(await isAfterOpen()).toBe(true);
    });

    it('a notice is found by its link, reported once, and due until the device is locked', async () => {
      await stores.notices.add(notice, NO_MOVES, NOTHING);
      expect(await stores.notices.findByToken(notice.tokenHash)).toEqual(notice);
      const disowned = disown(notice, 'not-me', at(60));
      if (!disowned.ok) throw new Error(disowned.refusal);
      const saves = [1, 2, 3].map(() => stores.notices.save(disowned.value, NOTHING));
      expect((await Promise.all(saves)).filter(({ ok }) => ok)).toHaveLength(1);
      expect(has(await stores.notices.listDue(1_000), active.id)).toBe(true);
      await stores.notices.save(locked(disowned.value), NOTHING);
      expect(has(await stores.notices.listDue(1_000), active.id)).toBe(false);
      expect(await stores.notices.findByToken(notice.tokenHash)).toEqual(locked(disowned.value));
      expect(has(await stores.notices.listDisowned(notice.domain, at(60), 1_000), active.id)).toBe(true);
      expect(await stores.notices.listDisowned('elsewhere', at(0), 1_000)).toEqual([]);
      expect(has(await stores.notices.listDisowned(notice.domain, at(61), 1_000), active.id)).toBe(false);
    });
  });
}
