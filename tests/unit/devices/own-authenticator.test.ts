import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { perObject } from '@/lib/accounts/sign-in/limits';
import { revealPayload } from '@/lib/activation/image/reveal-payload';
import { startActivation } from '@/lib/activation/start/start-activation';
import { changeAuthenticator, type AuthenticatorChange } from '@/lib/devices/change-authenticator';
import { testLogin, type TestLoginPorts } from '@/lib/devices/test-login';
import { computeOneTimePassword, timeStepAt } from '@/lib/wire/crypto/one-time-password';
import { systemRandom } from '@/lib/shared/random';
import { fakeActivation, ORIGIN, type FakeActivation } from '../../support/doubles/fake-activation-ports';
import { FakePhone } from '../../support/doubles/fake-phone';
import { memoryHelpdeskStores } from '../../support/doubles/fake-helpdesk-stores';
import { MemoryRateLimiter } from '../../support/doubles/stores/memory-rate-limiter';
import { MemoryUserDirectory } from '../../support/doubles/stores/memory-user-directory';
import { signedInAs } from '../../support/doubles/principal';

const JANE = { userId: 'jane.doe', domain: 'example.org' };
const OTHERS = [
  { ...JANE, userId: 'john' },
  { ...JANE, domain: 'elsewhere' },
];
const CHANGES: AuthenticatorChange[] = [
  { kind: 'rename', name: 'Mine now' },
  { kind: 'lock' },
  { kind: 'unlock' },
  { kind: 'remove' },
];

describe("one's own device", () => {
  let fake: FakeActivation;
  let ports: TestLoginPorts;
  let phone: FakePhone;
  let instanceId: string;

  beforeAll(() => {
    fake = fakeActivation();
  });

  beforeEach(async () => {
    await fake.reset();
    const { clock } = fake.ports;
    const settings = { publicUrl: 'https://tessera.example.org', mailLinks: true };
    ports = {
      ...memoryHelpdeskStores(clock),
      activation: fake.ports,
      directory: fake.directory,
      users: new MemoryUserDirectory(),
      rateLimiter: new MemoryRateLimiter(clock),
      clock,
      random: systemRandom,
      settings,
    };
    const started = await startActivation(fake.ports, JANE, { deviceName: 'My phone', startKey: null }, ORIGIN);
    const payload = started.ok && (await revealPayload(fake.ports, signedInAs(JANE), started.value.id, 'svg', ORIGIN));
    if (!payload || !payload.ok) throw new Error('no image');
    phone = new FakePhone(fake.embedded, payload.value.payload);
    while ((await phone.step()) === 'done');
    instanceId = (await only())?.instanceId ?? '';
  });

  const only = async () => (await fake.directory.list(JANE))[0];
  const change = (wanted: AuthenticatorChange, owner = JANE, id = instanceId) =>
    changeAuthenticator(ports, owner, id, wanted, ORIGIN);
  const login = (password: string, owner = JANE) =>
    testLogin(ports, owner, instanceId, password, ORIGIN, () => expect.unreachable());
  const password = () => computeOneTimePassword(phone.instanceKey, timeStepAt(fake.ports.clock.now()));
  const newest = async () => (await ports.audit.listFor(JANE, 1))[0]?.event;

  it('a device has the name chosen at its activation', async () => {
    expect(await only()).toMatchObject({ name: 'My phone', state: 'active' });
  });

  it.each<[AuthenticatorChange, string]>([
    [{ kind: 'rename', name: ' Jané’s 📱 ' }, 'authenticator-renamed'],
    [{ kind: 'rename', name: 'گوشی می\u{200c}خواهم 👩\u{200d}👧' }, 'authenticator-renamed'],
    [{ kind: 'lock' }, 'authenticator-locked'],
    [{ kind: 'unlock' }, 'authenticator-unlocked'],
    [{ kind: 'remove' }, 'authenticator-removed'],
  ])('a user’s own device can be changed, and this is recorded: %j', async (wanted, type) => {
    expect(await change(wanted)).toEqual({ ok: true, value: null });
    expect(await newest()).toMatchObject({ type, instanceId, actor: { kind: 'user', userId: JANE.userId }, ...ORIGIN });
  });

  it.each(CHANGES)('the record of a change names the device as it was called before: $kind', async (wanted) => {
    await change(wanted);
    expect(await newest()).toMatchObject({ deviceName: 'My phone' });
  });

  it.each(CHANGES)('a device of another user cannot be found for $kind', async (wanted) => {
    const before = [await only(), await newest()];
    for (const other of OTHERS) expect(await change(wanted, other)).toEqual({ ok: false, refusal: 'not-found' });
    expect([await only(), await newest()]).toEqual(before);
  });

  it.each(['', '  ', 'two\nlines', 'turned\u{202e}', 'a'.repeat(65)])('a device cannot be named %j', async (name) => {
    expect(await change({ kind: 'rename', name })).toEqual({ ok: false, refusal: 'device-name-invalid' });
    expect(await only()).toMatchObject({ name: 'My phone' });
  });

  describe('a test login', () => {
    it('a test login accepts what the phone shows, with spaces, and is recorded without it', async () => {
      const shown = await password();
      expect(await login(` ${shown.slice(0, 3)} ${shown.slice(3)}`)).toEqual({
        ok: true,
        driftSeconds: 0,
        retires: false,
      });
      expect(await newest()).toMatchObject({ type: 'login-tested', instanceId, outcome: 'valid' });
      expect(JSON.stringify(await newest())).not.toContain(shown);
    });

    it('a test login accepts each password once', async () => {
      const shown = await password();
      await login(shown);
      expect(await login(shown)).toEqual({ ok: false, refusal: { code: 'already-used' } });
    });

    it.each(['', '12345', '123456789', 'abcdef', '12345\u0000'])(
      'a test login takes %j for no password, and no attempt',
      async (typed) => {
        for (let count = 0; count < 20; count++)
          expect(await login(typed)).toEqual({ ok: false, refusal: { code: 'not-a-one-time-password' } });
        expect((await login(await password())).ok).toBe(true);
      },
    );

    it('a test login fails on another user’s device, whatever is entered', async () => {
      for (const other of OTHERS)
        expect(await login(await password(), other)).toEqual({ ok: false, refusal: { code: 'not-found' } });
      expect((await login(await password())).ok).toBe(true);
    });

    it('a test login is limited to ten attempts in five minutes, including the right password', async () => {
      const shown = await password();
      const wrong = shown === '000000' ? '111111' : '000000';
      for (let count = 0; count < 10; count++)
        expect(await login(wrong)).toEqual({ ok: false, refusal: { code: 'wrong-password' } });
      expect(await login(shown)).toEqual({ ok: false, refusal: { code: 'too-many-attempts' } });
      fake.pass(perObject('test-login', '').windowMs);
      expect((await login(await password())).ok).toBe(true);
    });
  });
});
