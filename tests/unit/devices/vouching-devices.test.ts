import { beforeEach, describe, expect, it, vi } from 'vitest';
import { perPerson } from '@/lib/accounts/sign-in/limits';
import type { User } from '@/lib/accounts/users/user';
import { computeOneTimePassword, timeStepAt } from '@/lib/wire/crypto/one-time-password';
import { testLogin } from '@/lib/devices/test-login';
import { DirectoryVouchingDevices } from '@/lib/devices/vouching-devices';
import { DAY, MINUTE } from '@/lib/shared/time/duration';
import { ORIGIN } from '../../support/doubles/fake-activation-ports';
import { fakeHelpdesk, type FakeHelpdesk } from '../../support/doubles/fake-helpdesk-ports';
import type { FakePhone } from '../../support/doubles/fake-phone';

type Device = { instanceId: string; phone: FakePhone };

const TRIES_A_DAY = 20;

describe('a one-time password as a second proof', () => {
  let world: FakeHelpdesk;
  let jane: User;
  let devices: DirectoryVouchingDevices;

  beforeEach(async () => {
    world = await fakeHelpdesk();
    jane = await world.newcomer();
    devices = new DirectoryVouchingDevices(world.ports);
  });

  const shown = ({ phone }: Device, stepsAhead = 0) =>
    computeOneTimePassword(phone.instanceKey, timeStepAt(world.ports.clock.now()) + stepsAhead);

  /** A code that no device of the test shows within ten minutes. */
  async function wrongFor(...all: Device[]): Promise<string> {
    const right = new Set<string>();
    for (const device of all) for (let step = -25; step <= 25; step++) right.add(await shown(device, step));
    return Array.from({ length: 1000 }, (_, n) => String(n).padStart(6, '0')).find((code) => !right.has(code)) ?? '';
  }

  const prove = (typed: string, instanceId: string | null = null) =>
    devices.verifyOneTimePassword(jane, { typed, instanceId }, ORIGIN);
  const tryOut = (typed: string, { instanceId }: Device) =>
    testLogin(world.ports, jane, instanceId, typed, ORIGIN, () => expect.unreachable());
  const recorded = (type: string) =>
    world.ports.audit.listFor(jane, 200).then((all) => all.filter((one) => one.event.type === type));

  it('threat: a thief with the password guesses a code: one entered code is compared with one device', async () => {
    const all = [await world.activate(jane), await world.activate(jane, 'Two'), await world.activate(jane, 'Three')];
    const compare = vi.spyOn(world.ports.directory, 'testOneTimePassword');
    expect(await prove(await wrongFor(...all))).toEqual({ ok: false, refusal: 'one-time-password-wrong' });
    expect(compare).toHaveBeenCalledTimes(1);
  });

  it('a one-time password is checked against the named device, or the one used last', async () => {
    const [first, second] = [await world.activate(jane), await world.activate(jane, 'Two')];
    world.fake.pass(MINUTE);
    expect((await tryOut(await shown(first), first)).ok).toBe(true);
    world.fake.pass(MINUTE);
    expect((await devices.describe(jane)).codeDevices.map(({ instanceId }) => instanceId)).toEqual([
      first.instanceId,
      second.instanceId,
    ]);
    expect(await prove(await shown(second))).toEqual({ ok: false, refusal: 'one-time-password-wrong' });
    expect((await prove(await shown(second), second.instanceId)).ok).toBe(true);
    world.fake.pass(MINUTE);
    expect((await prove(await shown(second))).ok).toBe(true);
  });

  it('a one-time password of another user’s device is refused, whatever the form names', async () => {
    const own = await world.activate(jane);
    const john = await world.newcomer();
    const johns = await world.activate(john);
    expect((await prove(await shown(johns), johns.instanceId)).ok).toBe(false);
    expect((await prove(await shown(own), johns.instanceId)).ok).toBe(true);
  });

  it('threat: guessing goes on all day: after twenty wrong codes none is compared until the day is over', async () => {
    const device = await world.activate(jane);
    const wrong = await wrongFor(device);
    for (let count = 0; count < TRIES_A_DAY; count++) {
      expect(await prove(wrong)).toEqual({ ok: false, refusal: 'one-time-password-wrong' });
      world.fake.pass(10 * MINUTE);
    }
    expect(await prove(await shown(device))).toEqual({ ok: false, refusal: 'too-many-one-time-passwords' });
    world.fake.pass(perPerson('one-time-password', jane).windowMs);
    expect((await prove(await shown(device))).ok).toBe(true);
  });

  it('the limit of tries is per user, so that naming another device gives no more', async () => {
    const all = [await world.activate(jane), await world.activate(jane, 'Two')];
    const wrong = await wrongFor(...all);
    for (let count = 0; count < TRIES_A_DAY; count++) await prove(wrong, all[count % 2]?.instanceId);
    for (const { instanceId } of all)
      expect(await prove(wrong, instanceId)).toEqual({ ok: false, refusal: 'too-many-one-time-passwords' });
  });

  it('a right one-time password uses up no try', async () => {
    const device = await world.activate(jane);
    for (let count = 0; count < TRIES_A_DAY + 5; count++) {
      world.fake.pass(MINUTE);
      expect((await prove(await shown(device))).ok).toBe(true);
    }
  });

  it('threat: a thief’s tries keep the owner from trying a device: test logins have a budget of their own', async () => {
    const device = await world.activate(jane);
    const wrong = await wrongFor(device);
    for (let count = 0; count < TRIES_A_DAY + 1; count++) await prove(wrong);
    expect((await tryOut(await shown(device), device)).ok).toBe(true);
  });

  it('threat: test logins tell which code comes next: a device takes twenty wrong ones a day', async () => {
    const device = await world.activate(jane);
    const wrong = await wrongFor(device);
    for (let count = 0; count < TRIES_A_DAY; count++) {
      expect(await tryOut(wrong, device)).toEqual({ ok: false, refusal: { code: 'wrong-password' } });
      world.fake.pass(10 * MINUTE);
    }
    expect(await tryOut(await shown(device, 10), device)).toEqual({
      ok: false,
      refusal: { code: 'too-many-test-logins' },
    });
    world.fake.pass(DAY);
    expect((await tryOut(await shown(device), device)).ok).toBe(true);
  });

  it('threat: a thief guesses quietly: five wrong codes in a row are announced, and a right one restarts the count', async () => {
    const device = await world.activate(jane);
    const wrong = await wrongFor(device);
    for (let count = 0; count < 4; count++) await prove(wrong);
    expect((await prove(await shown(device))).ok).toBe(true);
    for (let count = 0; count < 4; count++) await prove(wrong);
    expect(await recorded('one-time-passwords-guessed')).toEqual([]);
    await prove(wrong);
    expect(await recorded('one-time-passwords-guessed')).toMatchObject([
      { event: { tries: 5, subject: { userId: jane.userId } } },
    ]);
    await Promise.all(Array.from({ length: 5 }, () => prove(wrong)));
    expect(await recorded('one-time-passwords-guessed')).toHaveLength(2);
  });
});
