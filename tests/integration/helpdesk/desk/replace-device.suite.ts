import { beforeEach, describe, expect, it } from 'vitest';
import type { User } from '@/lib/accounts/users/user';
import { changeAuthenticator } from '@/lib/devices/change-authenticator';
import type { DeviceReplacementId } from '@/lib/devices/replacement/device-replacement';
import { giveUpReplacement, undoReplacement } from '@/lib/devices/replacement/end-replacement';
import { retireReplacedDevice } from '@/lib/devices/replacement/retire-replaced-device';
import { startReplacement } from '@/lib/devices/replacement/start-replacement';
import { watchReplacements } from '@/lib/devices/replacement/watch-replacements';
import { lockAndHold } from '@/lib/devices/locks/lock-and-hold';
import { GatewayError } from '@/lib/activation/gateway-error';
import { lockDevice } from '@/lib/helpdesk/safety/locks/lock-device';
import { reportNotMe } from '@/lib/helpdesk/safety/notices/report-not-me';
import { DAY } from '@/lib/shared/time/duration';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { signedInAs } from '../../../support/doubles/principal';
import type { FakeHelpdesk } from '../../../support/doubles/fake-helpdesk-ports';
import { FakeMailbox } from '../../../support/doubles/fake-mailbox';
import { invite } from './typed-reissue';

const refused = (refusal: string) => ({ ok: false, refusal });

/** People replace a device by themselves. @param current gives the world */
export function replaceDeviceSuite(current: () => FakeHelpdesk): void {
  let world: FakeHelpdesk;
  let jane: User;
  let old: string;
  let addresses = 0;
  let origin: typeof ORIGIN;

  beforeEach(async () => {
    world = current();
    jane = await world.newcomer();
    old = (await world.activate(jane)).instanceId;
    origin = { ...ORIGIN, address: `203.0.113.${(addresses += 1)}` };
  });

  const start = (instanceId = old, user = jane) => startReplacement(world.ports, user, instanceId, origin);
  const retire = (instanceId: string) => retireReplacedDevice(world.ports, jane, instanceId, origin);
  const undo = (id: DeviceReplacementId, user = jane) => undoReplacement(world.ports, user, id, origin);
  const change = (kind: 'unlock' | 'lock', instanceId = old) =>
    changeAuthenticator(world.ports, jane, instanceId, { kind }, origin);
  const devices = async () =>
    (await world.fake.directory.list(jane)).map(({ name, state }) => `${name}: ${state}`).toReversed();
  const find = (id: DeviceReplacementId) => world.ports.replacements.find(id, jane);

  const lockByHelpdesk = (instanceId: string) =>
    lockDevice(world.ports, signedInAs(world.agent), jane, instanceId, origin);
  const causes = () => world.ports.holds.standing(old);

  async function report(deviceName: string): Promise<void> {
    const mails = await world.mailbox.about(jane.userId);
    const links = mails.flatMap(({ content }) =>
      content.kind === 'device-activated' && content.device === deviceName ? [content.notMeLink] : [],
    );
    const reported = await reportNotMe(world.ports, FakeMailbox.tokenOf(links[0] ?? ''), origin);
    expect(reported).toMatchObject({ ok: true });
  }

  async function watch(): Promise<void> {
    const faults: unknown[] = [];
    await watchReplacements(world.ports, (fault) => void faults.push(fault), new AbortController().signal);
    expect(faults).toEqual([]);
  }

  /** From the beginning to the new device's test login. */
  async function replaced(): Promise<{ id: DeviceReplacementId; instanceId: string }> {
    const started = await start();
    if (!started.ok) throw new Error(started.refusal);
    // What waits about the old device, or both mails would be sent in the same moment, and neither were the newest.
    await world.mailbox.about(jane.userId);
    const { instanceId } = await world.activate(jane, 'New phone');
    expect(await retire(instanceId)).toMatchObject({ state: 'retired' });
    return { id: started.value.id, instanceId };
  }

  it('the old device works until the new one has passed a test login, and is then locked', async () => {
    const started = await start();
    expect(started).toMatchObject({ ok: true, value: { state: 'awaiting-device' } });
    expect(await devices()).toEqual(['Old phone: active']);
    const { instanceId } = await world.activate(jane, 'New phone');
    expect(await devices()).toEqual(['Old phone: active', 'New phone: active']);
    expect(await retire(old)).toBeNull();
    expect(await retire(instanceId)).toMatchObject({ state: 'retired', newName: 'New phone' });
    expect(await devices()).toEqual(['Old phone: locked', 'New phone: active']);
    const mail = await world.mailbox.newest(jane.userId, 'device-retiring');
    expect(mail).toMatchObject({ device: 'Old phone', newDevice: 'New phone' });
    expect(await retire(instanceId)).toBeNull();
  });

  it('the mail about the old device can report a replacement too, which locks the new one', async () => {
    await replaced();
    const { notMeLink } = (await world.mailbox.newest(jane.userId, 'device-retiring')) ?? {};
    const reported = await reportNotMe(world.ports, FakeMailbox.tokenOf(notMeLink ?? ''), origin);
    expect(reported).toMatchObject({ ok: true });
    expect(await devices()).toContain('New phone: locked');
  });

  it('the old device is removed a day later, and this is reported', async () => {
    const { id } = await replaced();
    world.fake.pass(DAY - 1);
    await watch();
    expect(await devices()).toEqual(['Old phone: locked', 'New phone: active']);
    world.fake.pass(1);
    await watch();
    expect(await devices()).toEqual(['New phone: active']);
    expect(await find(id)).toMatchObject({ state: 'finished' });
    expect(await world.mailbox.newest(jane.userId, 'device-replaced')).toMatchObject({ device: 'Old phone' });
  });

  it('a replacement can be undone for a day, and both devices then work', async () => {
    const { id } = await replaced();
    world.fake.pass(DAY - 1);
    expect(await undo(id, await world.newcomer())).toEqual(refused('not-found'));
    expect(await undo(id)).toMatchObject({ ok: true });
    expect(await devices()).toEqual(['Old phone: active', 'New phone: active']);
    world.fake.pass(2 * DAY);
    await watch();
    expect(await devices()).toEqual(['Old phone: active', 'New phone: active']);
  });

  it('a replacement cannot be undone when the day is over, before any round', async () => {
    const { id } = await replaced();
    world.fake.pass(DAY);
    expect(await undo(id)).toEqual(refused('over'));
  });

  it('a replaced device cannot be unlocked by its owner', async () => {
    await replaced();
    expect(await change('unlock')).toEqual(refused('held'));
    expect(await devices()).toEqual(['Old phone: locked', 'New phone: active']);
  });

  it('a replacement can be cancelled before, and expires by itself', async () => {
    const first = await start();
    if (!first.ok) throw new Error(first.refusal);
    expect(await giveUpReplacement(world.ports, await world.newcomer(), first.value.id, origin)).toEqual(
      refused('not-found'),
    );
    expect(await giveUpReplacement(world.ports, jane, first.value.id, origin)).toMatchObject({ ok: true });
    const second = await start();
    const { instanceId } = await world.activate(jane, 'New phone');
    world.fake.pass(DAY);
    expect(await retire(instanceId)).toBeNull();
    await watch();
    expect(second.ok && (await find(second.value.id))).toMatchObject({ state: 'cancelled' });
    expect(await devices()).toEqual(['Old phone: active', 'New phone: active']);
  });

  it('a repeated or concurrent start of a replacement is one', async () => {
    const all = await Promise.all([start(), start(), start()]);
    const ids = all.map((one) => (one.ok ? one.value.id : null));
    expect(new Set(ids).size).toBe(1);
  });

  it('a replacement is refused for another’s device, a locked one, a second at a time, and at the limit', async () => {
    const john = await world.newcomer();
    expect(await start(old, john)).toEqual(refused('not-found'));
    const second = (await world.activate(jane, 'Second')).instanceId;
    await start();
    expect(await start(second)).toEqual(refused('another-under-way'));
    const third = (await world.activate(john)).instanceId;
    await world.fake.directory.lock(third);
    expect(await start(third, john)).toEqual(refused('locked'));
    const jim = await world.newcomer();
    const { instanceId } = await world.activate(jim);
    for (const name of ['Two', 'Three']) await world.activate(jim, name);
    expect(await start(instanceId, jim)).toEqual(refused('no-activation-left'));
  });

  it('a replacement that failed at the gateway is finished by another test login', async () => {
    await start();
    const { instanceId } = await world.activate(jane, 'New phone');
    world.directory.isReachable = false;
    await expect(retire(instanceId)).rejects.toThrow(GatewayError);
    world.directory.isReachable = true;
    expect(await devices()).toEqual(['Old phone: active', 'New phone: active']);
    expect(await retire(instanceId)).toMatchObject({ state: 'retired' });
  });

  describe('by somebody else', () => {
    it('a replacement that is reported by “It wasn’t me” does not remove the old device', async () => {
      const { id } = await replaced();
      const { notMeLink } = await world.mailbox.newest(jane.userId, 'device-activated');
      expect(await reportNotMe(world.ports, FakeMailbox.tokenOf(notMeLink), origin)).toMatchObject({ ok: true });
      expect(await find(id)).toMatchObject({ state: 'stopped' });
      world.fake.pass(2 * DAY);
      await watch();
      expect(await devices()).toEqual(['Old phone: locked', 'New phone: locked']);
    });

    it('a reported or helpdesk-locked device cannot be unlocked by its user', async () => {
      const { instanceId } = await replaced();
      const { notMeLink } = await world.mailbox.newest(jane.userId, 'device-activated');
      await reportNotMe(world.ports, FakeMailbox.tokenOf(notMeLink), origin);
      expect(await change('unlock', instanceId)).toEqual(refused('held'));
      const other = (await world.activate(jane, 'Other')).instanceId;
      await lockDevice(world.ports, signedInAs(world.agent), jane, other, origin);
      expect(await change('unlock', other)).toEqual(refused('held'));
    });

    it('a user’s own lock can be lifted by the user', async () => {
      expect(await change('lock')).toMatchObject({ ok: true });
      expect(await change('unlock')).toMatchObject({ ok: true });
      expect(await devices()).toEqual(['Old phone: active']);
    });
  });

  describe('threat: whoever has the password brings back a device that is locked for another reason', () => {
    it('the helpdesk locks the old device: the replacement ends, and undoing it is refused', async () => {
      const { id } = await replaced();
      expect(await lockByHelpdesk(old)).toMatchObject({ ok: true });
      expect(await undo(id)).toMatchObject({ ok: false });
      expect(await find(id)).toMatchObject({ state: 'stopped' });
      expect(await devices()).toEqual(['Old phone: locked', 'New phone: active']);
      world.fake.pass(2 * DAY);
      await watch();
      expect(await devices()).toEqual(['Old phone: locked', 'New phone: active']);
      expect(await causes()).toEqual(['helpdesk', 'replaced']);
    });

    it('the helpdesk locks the new device: the replacement ends', async () => {
      const { id, instanceId } = await replaced();
      expect(await lockByHelpdesk(instanceId)).toMatchObject({ ok: true });
      expect(await undo(id)).toMatchObject({ ok: false });
      expect(await find(id)).toMatchObject({ state: 'stopped' });
      expect(await devices()).toEqual(['Old phone: locked', 'New phone: locked']);
    });

    it('the helpdesk locks it before the new device is there: the replacement is over', async () => {
      const started = await start();
      expect(await lockByHelpdesk(old)).toMatchObject({ ok: true });
      expect(started.ok && (await find(started.value.id))).toMatchObject({ state: 'cancelled' });
      await world.activate(jane, 'New phone');
      expect(await devices()).toEqual(['Old phone: locked', 'New phone: active']);
    });

    it('threat: a thief with the password undoes a replacement after the owner reported the old device — refused', async () => {
      const { id } = await replaced();
      await report('Old phone');
      expect(await undo(id)).toMatchObject({ ok: false });
      expect(await find(id)).toMatchObject({ state: 'stopped' });
      expect(await devices()).toEqual(['Old phone: locked', 'New phone: active']);
      expect(await causes()).toEqual(['replaced', 'reported']);
    });

    it('an invitation locks the old device: the replacement ends', async () => {
      const { id } = await replaced();
      await invite(world, jane, { oldDevice: { instanceId: old, fate: 'lock' } });
      expect(await undo(id)).toMatchObject({ ok: false });
      expect(await find(id)).toMatchObject({ state: 'stopped' });
      expect(await causes()).toEqual(['helpdesk', 'replaced']);
    });

    it.each(['helpdesk', 'reported', 'person'] as const)(
      'undoing a replacement lifts its own lock only: one as %s stands, and is reported',
      async (cause) => {
        const { id } = await replaced();
        await lockAndHold(world.ports, old, cause);
        expect(await undo(id)).toEqual(refused('held-otherwise'));
        expect(await find(id)).toMatchObject({ state: 'retired' });
        expect(await devices()).toEqual(['Old phone: locked', 'New phone: active']);
      },
    );

    it('a user’s own lock has to be lifted first, which does not revive a replaced device', async () => {
      const { id } = await replaced();
      await change('lock');
      expect(await change('unlock')).toEqual(refused('held'));
      expect(await devices()).toEqual(['Old phone: locked', 'New phone: active']);
      expect(await undo(id)).toMatchObject({ ok: true });
      expect(await devices()).toEqual(['Old phone: active', 'New phone: active']);
    });

    it('a lock of the helpdesk outlives the one of the person, and the other way round', async () => {
      await change('lock');
      await lockByHelpdesk(old);
      expect(await change('unlock')).toEqual(refused('held'));
      expect(await devices()).toEqual(['Old phone: locked']);
      expect(await causes()).toEqual(['helpdesk']);
    });

    it('a test login that comes after the replacement was given up leaves the old device as it is', async () => {
      const started = await start();
      if (!started.ok) throw new Error(started.refusal);
      const { instanceId } = await world.activate(jane, 'New phone');
      const given = giveUpReplacement(world.ports, jane, started.value.id, origin);
      const [, end] = await Promise.all([retire(instanceId), given]);
      const wasGivenUp = end.ok;
      expect(await devices()).toEqual([`Old phone: ${wasGivenUp ? 'active' : 'locked'}`, 'New phone: active']);
    });
  });
}
