import { describe, expect, it } from 'vitest';
import type { UserDirectory } from '@/lib/accounts/users/user-directory';
import type { AuthenticatorDirectory, AuthenticatorInstance } from '@/lib/devices/authenticator-directory';
import { describeDevice } from '@/lib/devices/describe-device';
import { trustedFrom } from '@/lib/accounts/proofs/probation';
import { probationDirectory } from '@/lib/devices/probation-directory';
import { mayVouch } from '@/lib/devices/vouching-devices';
import { DAY, HOUR } from '@/lib/shared/time/duration';
import { JANE } from '../../support/doubles/fake-access-ports';
import { FakeClock } from '../../support/doubles/fake-clock';
import { MemoryRateLimiter } from '../../support/doubles/stores/memory-rate-limiter';

/** An active device is asked for none. */
const NO_HOLDS = {} as Parameters<typeof describeDevice>[0]['holds'];
const OWNER = { userId: 'jane.doe', domain: 'example.org' };

describe('a new device', () => {
  const clock = new FakeClock();
  const activatedAt = clock.now();

  /** @param decided what was written at the activation; null for a device of another site */
  async function listed(decided: Date | null, device: Partial<AuthenticatorInstance> = {}, probationMs = DAY) {
    const instance = {
      instanceId: 'VDS0000001-1',
      serialNumber: 'VDS0000001',
      name: 'Phone',
      state: 'active',
      activatedAt,
      ...device,
    } as const;
    const inner = { list: async () => [instance] } as unknown as Parameters<typeof probationDirectory>[0];
    const times = { find: async () => new Map(decided ? [[instance.instanceId, decided]] : []) };
    const [found] = await probationDirectory(inner, { times, clock, probationMs }).list(OWNER);
    if (!found) throw new TypeError('the device is listed');
    return found;
  }

  it('a new device vouches for nothing until its probation ends, to the millisecond', async () => {
    const end = trustedFrom(activatedAt, DAY, false);
    clock.pass(DAY - 1);
    expect(await listed(end)).toMatchObject({ trustedFrom: end });
    expect(mayVouch(await listed(end))).toBe(false);
    clock.pass(1);
    expect(mayVouch(await listed(end))).toBe(true);
    expect(await listed(end)).not.toHaveProperty('trustedFrom');
  });

  it('a device’s probation is shown with its end, and not after it', async () => {
    const end = trustedFrom(activatedAt, DAY, false);
    const ask = async () => {
      const directory = { list: async () => [await listed(end)] } as unknown as AuthenticatorDirectory;
      const users = { find: async () => JANE } as unknown as Pick<UserDirectory, 'find'>;
      const rateLimiter = new MemoryRateLimiter(clock);
      const settings = { organisationName: () => 'Example Bank' };
      const ports = { directory, users, rateLimiter, holds: NO_HOLDS, settings };
      return describeDevice(ports, { ...OWNER, instanceId: 'VDS0000001-1', isActive: true });
    };
    clock.time = activatedAt;
    expect(await ask()).toMatchObject({ ok: true, value: { device: 'Phone', trustedFrom: end } });
    clock.time = end;
    expect(await ask()).toMatchObject({ ok: true, value: { device: 'Phone', trustedFrom: null } });
  });

  it('a device is on probation for the longer of the gateway’s delay and the site’s probation', async () => {
    clock.time = activatedAt;
    const end = trustedFrom(activatedAt, DAY, false);
    for (const delay of [HOUR, 3 * DAY]) {
      const usableFrom = new Date(activatedAt.getTime() + delay);
      const device = await listed(end, { usableFrom, trustedFrom: usableFrom });
      expect(device.trustedFrom).toEqual(delay === HOUR ? end : usableFrom);
    }
    const usableFrom = new Date(activatedAt.getTime() + HOUR);
    expect(mayVouch(await listed(null, { usableFrom, trustedFrom: usableFrom }, 0))).toBe(false);
  });

  it('the probation is twice as long after a re-issue', async () => {
    const end = trustedFrom(activatedAt, DAY, true);
    expect(end.getTime() - activatedAt.getTime()).toBe(2 * DAY);
    expect(mayVouch(await listed(end))).toBe(false);
  });

  it('threat: a device whose notice is not yet written is on probation by its activation, as the gateway dates it', async () => {
    expect(mayVouch(await listed(null, { activatedAt: clock.now() }))).toBe(false);
    expect(mayVouch(await listed(null, { activatedAt: new Date(clock.now().getTime() - DAY) }))).toBe(true);
  });

  it('a device is trusted at once where no probation is set', async () => {
    expect(mayVouch(await listed(null, { activatedAt: clock.now() }, 0))).toBe(true);
  });

  it('a locked device does not vouch, however old it is', async () => {
    clock.pass(HOUR);
    expect(mayVouch(await listed(null, { activatedAt: new Date(0), state: 'locked' }))).toBe(false);
  });
});
