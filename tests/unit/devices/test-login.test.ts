import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { User } from '@/lib/accounts/users/user';
import { GatewayError } from '@/lib/activation/gateway-error';
import { revealPayload } from '@/lib/activation/image/reveal-payload';
import { startActivation } from '@/lib/activation/start/start-activation';
import { computeOneTimePassword, timeStepAt } from '@/lib/wire/crypto/one-time-password';
import { startReplacement } from '@/lib/devices/replacement/start-replacement';
import { testLogin } from '@/lib/devices/test-login';
import { ORIGIN } from '../../support/doubles/fake-activation-ports';
import { fakeHelpdesk, type FakeHelpdesk } from '../../support/doubles/fake-helpdesk-ports';
import { FakePhone } from '../../support/doubles/fake-phone';
import { signedInAs } from '../../support/doubles/principal';

describe('a valid test login', () => {
  let world: FakeHelpdesk;
  let jane: User;

  beforeEach(async () => {
    world = await fakeHelpdesk();
    jane = await world.newcomer();
  });

  async function login({ instanceId, phone }: { instanceId: string; phone: FakePhone }) {
    const digits = await computeOneTimePassword(phone.instanceKey, timeStepAt(world.ports.clock.now()));
    const failures: GatewayError[] = [];
    const verdict = await testLogin(world.ports, jane, instanceId, digits, ORIGIN, (failure) => failures.push(failure));
    return { verdict, failures };
  }

  /** Two devices, the second of which is to replace the first. */
  async function replacing() {
    const old = await world.activate(jane);
    await startReplacement(world.ports, jane, old.instanceId, ORIGIN);
    const device = await world.activate(jane, 'New phone');
    const stateOfOld = async () =>
      (await world.directory.list(jane)).find(({ instanceId }) => instanceId === old.instanceId)?.state;
    return { device, stateOfOld };
  }

  it('a valid test login retires the device that the tested one replaces', async () => {
    const { device, stateOfOld } = await replacing();
    expect(await login(device)).toEqual({ verdict: { ok: true, driftSeconds: 0, retires: true }, failures: [] });
    expect(await stateOfOld()).toBe('locked');
  });

  it('a test login stays valid if locking the old device fails, and the next one locks it', async () => {
    const { device, stateOfOld } = await replacing();
    const failure = new GatewayError('unreachable', 'not-sent');
    vi.spyOn(world.directory, 'lock').mockRejectedValueOnce(failure);
    expect(await login(device)).toEqual({
      verdict: { ok: true, driftSeconds: 0, retires: false },
      failures: [failure],
    });
    expect(await stateOfOld()).toBe('active');
    world.fake.pass(60_000);
    expect((await login(device)).verdict).toMatchObject({ ok: true, retires: true });
  });

  it('a valid test login completes the activation where the gateway does not report completion', async () => {
    world.fake.gateway.capabilities = { ...world.fake.gateway.capabilities, completion: 'inferred' };
    const started = await startActivation(world.fake.ports, jane, { deviceName: '', startKey: null }, ORIGIN);
    if (!started.ok) throw new Error(started.refusal);
    const { id } = started.value;
    const shown = await revealPayload(world.fake.ports, signedInAs(jane), id, 'svg', ORIGIN);
    const phone = new FakePhone(world.fake.embedded, shown.ok ? shown.value.payload : '');
    for (let step = 0; step < 3; step++) await phone.step();
    const linked = await world.ports.activation.store.find(id, 'example.org');
    if (linked?.state !== 'linked') throw new Error(`the activation is ${linked?.state}`);
    const { instanceId } = linked;
    // The embedded gateway lists and tests active devices only.
    const device = { instanceId, serialNumber: '', name: '', state: 'active' } as const;
    vi.spyOn(world.directory, 'list').mockResolvedValue([device]);
    vi.spyOn(world.directory, 'testOneTimePassword').mockResolvedValue({ ok: true, driftSeconds: 0 });
    expect((await login({ instanceId, phone })).verdict).toMatchObject({ ok: true });
    expect(await world.ports.activation.store.find(id, 'example.org')).toMatchObject({ state: 'active', instanceId });
  });
});
