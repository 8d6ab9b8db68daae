import { beforeEach, describe, expect, it } from 'vitest';
import { compose, type Services } from '@/lib/server/composition/compose';
import { loadConfig } from '@/lib/config/config';
import { KeyRing } from '@/lib/wire/crypto/key-ring';
import { computeOneTimePassword, timeStepAt } from '@/lib/wire/crypto/one-time-password';
import type { Database } from '@/lib/database/database';
import { PrismaUserDirectory } from '@/lib/database/tables/accounts/prisma-user-directory';
import { openDataKeys } from '@/lib/database/secrets/open-data-keys';
import { changeAuthenticator } from '@/lib/devices/change-authenticator';
import { deleteCopy, purgeCopies } from '@/lib/devices/copies/erase-copy';
import type { EmbeddedGateway } from '@/lib/gateways/embedded/engine/embedded-gateway';
import type { KeyedDevice } from '@/lib/phone/device-details';
import { freezeAccount } from '@/lib/helpdesk/safety/freeze/freeze-account';
import { ownContext } from '@/lib/audit/audit-context';
import { formatActivationPayload } from '@/lib/shared/codes/activation-payload';
import type { MailAddress } from '@/lib/shared/mail-address';
import { HOUR, MINUTE, SECOND } from '@/lib/shared/time/duration';
import { forEachDatabase } from '../../support/databases/databases';
import { FakeClock } from '../../support/doubles/fake-clock';
import { FakePhone } from '../../support/doubles/fake-phone';
import { valueOf } from '../../support/phones/activate-device';
import { COPY_PIN, CopyingPhone } from '../../support/phones/copying-phone';
import { testPersister } from '../../support/test-chain';
import { BACK_END_KEY, FRONT_END_KEY, GATEWAY_ID } from '../../support/servers/test-gateway';

const ORIGIN = { correlationId: 'request', address: '192.0.2.1' };
const REFUSED = { outcome: 'registration-not-found' };
/** Nobody guesses this password. */
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };
const PROBATION_MS = 24 * HOUR;

function gatewayOf({ embeddedGateway }: Services): EmbeddedGateway {
  if (!embeddedGateway) throw new TypeError('the site has no gateway of its own');
  return embeddedGateway;
}

function originOf({ copies }: Services): string {
  return copies.passkeys.relyingParty?.origin ?? '';
}

forEachDatabase((_kind, open) => {
  let database: Database;
  let clock: FakeClock;
  let services: Services;
  let gateway: EmbeddedGateway;
  let owner: { userId: string; domain: string };
  let device: KeyedDevice;
  let phone: CopyingPhone;
  let people = 0;

  async function openSite(change: Partial<Services['config']> = {}): Promise<Services> {
    const { config } = loadConfig();
    const dataKeys = [{ id: 'test', key: new Uint8Array(32).fill(7) }];
    const keyRing = new KeyRing(dataKeys);
    const chainKeys = await openDataKeys(database.client, dataKeys, keyRing, clock.now());
    const keys = { gatewayId: GATEWAY_ID, frontEndKey: FRONT_END_KEY, backEndKey: BACK_END_KEY };
    const secrets = { sessionSecret: 'the secret of sessions, of 32 characters', dataKeys, gateway: keys };
    const settings = {
      ...config,
      logLevel: 'silent' as const,
      probationMs: PROBATION_MS,
      phoneCopies: true,
      ...change,
    };
    return compose({ config: settings, secrets, database, keyRing, chainKeys, clock, close: async () => {} });
  }

  const newPhone = (site = services) => new CopyingPhone(gatewayOf(site), originOf(site));

  /** What the owner is told, by an email to every address, since the test began. */
  const told = async () => {
    const where = { channel: 'notice', destination: owner.userId, kind: { startsWith: 'copy-' } };
    const notices = await database.client.outboxMessage.findMany({ where, orderBy: { queuedAt: 'asc' } });
    return notices.map(({ kind }) => kind);
  };
  const row = () => database.client.deviceCopy.findUnique({ where: { instanceId: device.instanceId } });
  const listed = async () => (await services.devices.directory.list(owner))[0];
  const change = (kind: 'lock' | 'unlock' | 'remove') =>
    changeAuthenticator(services.devices, owner, device.instanceId, { kind }, ORIGIN);

  beforeEach(async () => {
    clock = new FakeClock();
    database ??= await open();
    services = await openSite();
    gateway = gatewayOf(services);
    people += 1;
    owner = { userId: `copier.${people}`, domain: services.config.domain };
    await new PrismaUserDirectory(database, clock, testPersister(clock), [], CHEAP).add({
      ...owner,
      displayName: owner.userId,
      roles: ['user'],
      language: 'en',
      group: null,
      mailAddresses: [`${owner.userId}@example.org` as MailAddress],
      password: 'a password of seven words or so',
    });
    const credentials = valueOf(await gateway.register(owner));
    const player = new FakePhone(gateway, valueOf(formatActivationPayload({ ...credentials, gatewayId: GATEWAY_ID })));
    for (let connection = 1; connection <= 4; connection += 1) {
      if ((await player.step()) !== 'done') throw new Error(`connection ${connection} was refused`);
    }
    const [instance] = await gateway.listInstances(owner);
    device = { instanceId: instance?.instanceId ?? '', instanceKey: player.instanceKey };
    phone = newPhone();
  });

  describe('a copy of a phone', () => {
    it('a copy brings the key back into an emptied browser once, tells every address, and the counters stay', async () => {
      const passwordAt = (time: Date) => computeOneTimePassword(device.instanceKey, timeStepAt(time));
      const test = async (password: string) => gateway.testOneTimePassword(device.instanceId, password);
      const used = await passwordAt(clock.now());
      expect(await test(used)).toMatchObject({ ok: true });

      expect(await phone.keep(device)).toMatchObject({ token: expect.stringMatching(/^[0-9a-f]{64}$/) });
      expect(await listed()).toMatchObject({ copyKeptAt: clock.now() });
      clock.pass(SECOND);
      const back = await phone.bringBack();
      expect(back).toMatchObject({ outcome: 'returned', account: { userId: 'jane', instanceKey: device.instanceKey } });
      expect(await test(used)).toMatchObject({ ok: false, refusal: { code: 'already-used' } });
      clock.pass(30 * SECOND);
      expect(await test(await passwordAt(clock.now()))).toMatchObject({ ok: true });

      expect(await phone.bringBack()).toEqual(REFUSED);
      expect(await listed()).not.toHaveProperty('copyKeptAt');
      expect(await told()).toEqual(['copy-kept', 'copy-returned']);
    });

    it('a device that was brought back begins its probation anew, twice as long, and may keep a copy again', async () => {
      clock.pass(5 * PROBATION_MS);
      expect(await listed()).not.toHaveProperty('trustedFrom');
      await phone.keep(device);
      clock.pass(SECOND);
      await phone.bringBack();
      expect(await listed()).toMatchObject({ trustedFrom: clock.in(2 * PROBATION_MS) });
      clock.pass(MINUTE);
      expect(await newPhone().keep(device)).toHaveProperty('token');
      expect(await listed()).toHaveProperty('trustedFrom');
      clock.pass(2 * PROBATION_MS);
      expect(await listed()).not.toHaveProperty('trustedFrom');
    });

    it('the answer that handed a copy out is given again to the same call for 15 minutes, and erased then', async () => {
      await phone.keep(device);
      clock.pass(SECOND);
      await phone.bringBack();
      const call = phone.calls.at(-1);
      if (!call) throw new TypeError('nothing was called');
      clock.pass(14 * MINUTE);
      await purgeCopies(services.copies);
      expect(await phone.replay(call)).toBe('returned');
      clock.pass(MINUTE);
      expect(await phone.replay(call)).toBe('registration-not-found');
      clock.pass(SECOND);
      await purgeCopies(services.copies);
      expect(await row()).toMatchObject({ state: 'erased', encryptedCopy: null, credentialHash: null });
      expect(await told()).toEqual(['copy-kept', 'copy-returned']);
    });

    it('threat: a copy is asked for twice at once: it is handed out to one of the two', async () => {
      await phone.keep(device);
      clock.pass(SECOND);
      const touches = [await phone.touch(), await phone.touch()];
      const came = await Promise.all(touches.map((touch) => phone.bringBack(COPY_PIN, touch)));
      expect(came.map(({ outcome }) => outcome).toSorted()).toEqual(['registration-not-found', 'returned']);
    });

    it('threat: a thief of the passkey’s account guesses the PIN: the owner is told at once, and five erase the copy', async () => {
      await phone.keep(device);
      clock.pass(SECOND);
      const thief = phone;
      const pauses = [2, 5, 10, 20].map((seconds) => seconds * SECOND);
      for (const [wrong, pauseMs] of pauses.entries()) {
        expect(await thief.bringBack(`00000${wrong}`)).toEqual({ outcome: 'wrong-pin', triesLeft: 4 - wrong, pauseMs });
        // Not even the right one counts in the pause.
        expect(await thief.bringBack()).toMatchObject({ outcome: 'too-early', triesLeft: 4 - wrong });
        clock.pass(pauseMs);
      }
      expect(await thief.bringBack('000009')).toEqual({ outcome: 'erased' });
      expect(await thief.bringBack()).toEqual(REFUSED);
      expect(await told()).toEqual(['copy-kept', 'copy-tried', 'copy-erased']);
      expect(await row()).toMatchObject({ state: 'erased', encryptedCopy: null, encryptedVerifier: null });
      // The phone itself works on.
      const password = await computeOneTimePassword(device.instanceKey, timeStepAt(clock.now()));
      expect(await gateway.testOneTimePassword(device.instanceId, password)).toMatchObject({ ok: true });
    });

    it('threat: a thief sends wrong PINs at once: one is counted, and the others meet its pause', async () => {
      await phone.keep(device);
      clock.pass(SECOND);
      const touches = await Promise.all([1, 2, 3, 4, 5].map(() => phone.touch()));
      const came = await Promise.all(touches.map((touch, index) => phone.bringBack(`11111${index}`, touch)));
      expect(came.map(({ outcome }) => outcome).toSorted()).toEqual([...Array(4).fill('too-early'), 'wrong-pin']);
      expect(await row()).toMatchObject({ triesLeft: 4 });
    });

    it('threat: a thief with mailbox and password has no passkey: nothing is handed out, and no try is counted', async () => {
      await phone.keep(device);
      clock.pass(SECOND);
      const { authenticator } = phone;
      const forged = [
        await newPhone().touch(),
        await phone.touch({ origin: 'https://evil.example' }),
        await phone.touch({ rpId: 'evil.example' }),
        await phone.touch({ isVerified: false }),
        await phone.touch({ challenge: 'AAAA' }),
        await phone.touch({ type: 'webauthn.create' }),
      ];
      const named = (answer: string) =>
        answer.replaceAll(/"(id|rawId)":"[^"]*"/g, (_all, name: string) => `"${name}":"${authenticator.credentialId}"`);
      for (const touch of forged) {
        expect(await phone.bringBack(COPY_PIN, touch)).toEqual(REFUSED);
        expect(await phone.bringBack(COPY_PIN, { ...touch, answer: named(touch.answer) })).toEqual(REFUSED);
      }
      expect(await row()).toMatchObject({ state: 'kept', triesLeft: 5 });
      expect(await told()).toEqual(['copy-kept']);
    });

    it('threat: messages that counted a PIN, kept a copy or brought it back are sent again, and change nothing', async () => {
      await phone.keep(device);
      const keeping = phone.calls.at(-1);
      clock.pass(SECOND);
      await phone.bringBack('000000');
      const wrong = phone.calls.at(-1);
      if (!keeping || !wrong) throw new TypeError('nothing was called');
      clock.pass(MINUTE);
      expect(await phone.replay(wrong)).toBe('wrong-pin');
      expect(await row()).toMatchObject({ triesLeft: 4 });
      expect(await phone.replay(keeping)).toBe('registration-not-found');
      expect(await row()).toMatchObject({ triesLeft: 4 });
      await phone.bringBack();
      const returning = phone.calls.at(-1);
      if (!returning) throw new TypeError('nothing was called');
      expect(await phone.replay(wrong)).toBe('registration-not-found');
      expect(await phone.replay(keeping)).toBe('registration-not-found');
      expect(await row()).toMatchObject({ state: 'returned' });
      clock.pass(MINUTE);
      await newPhone().keep(device);
      expect(await phone.replay(returning)).toBe('registration-not-found');
      expect(await row()).toMatchObject({ state: 'kept', triesLeft: 5 });
    });

    it('threat: a challenge that is older than five minutes, or that the last one followed, is not taken', async () => {
      await phone.keep(device);
      clock.pass(SECOND);
      const old = await phone.touch();
      clock.pass(SECOND);
      expect(await phone.bringBack('000000')).toMatchObject({ outcome: 'wrong-pin' });
      clock.pass(MINUTE);
      expect(await phone.bringBack(COPY_PIN, old)).toEqual(REFUSED);
      const late = await phone.touch();
      clock.pass(5 * MINUTE + SECOND);
      expect(await phone.bringBack(COPY_PIN, late)).toEqual(REFUSED);
      expect(await phone.bringBack()).toMatchObject({ outcome: 'returned' });
    });

    it('a device that is locked or frozen is refused like one without a copy, and no try is counted', async () => {
      await phone.keep(device);
      clock.pass(SECOND);
      await change('lock');
      expect(await phone.bringBack()).toEqual(REFUSED);
      expect(await phone.bringBack('000000')).toEqual(REFUSED);
      await change('unlock');
      await freezeAccount(services.helpdesk, owner, 'person', ownContext(owner, ORIGIN));
      expect(await phone.bringBack()).toEqual(REFUSED);
      expect(await row()).toMatchObject({ state: 'kept', triesLeft: 5 });
      expect(await phone.keep(device)).toEqual({ refusal: 'registration-not-found' });
    });

    it('whatever removes a device erases its copy', async () => {
      await phone.keep(device);
      clock.pass(SECOND);
      await change('remove');
      expect(await row()).toBeNull();
      expect(await phone.bringBack()).toEqual(REFUSED);
    });

    it('the owner of a device deletes its copy with one press, and another user does not', async () => {
      await phone.keep(device);
      const other = { ...owner, userId: 'somebody.else' };
      expect(await deleteCopy(services.copies, other, device.instanceId, ORIGIN)).toMatchObject({ ok: false });
      expect(await deleteCopy(services.copies, owner, device.instanceId, ORIGIN)).toMatchObject({ ok: true });
      clock.pass(SECOND);
      expect(await phone.bringBack()).toEqual(REFUSED);
      expect(await told()).toEqual(['copy-kept', 'copy-erased']);
    });

    it('a phone that has erased its key erases the copy with its token, and no other token does', async () => {
      const kept = await phone.keep(device);
      if (!('token' in kept)) throw new Error(kept.refusal);
      await phone.erase(device.instanceId, 'ab'.repeat(32));
      expect(await row()).toMatchObject({ state: 'kept' });
      expect(await phone.erase(device.instanceId, kept.token)).toBe(true);
      expect(await row()).toMatchObject({ state: 'erased' });
      expect(await told()).toEqual(['copy-kept', 'copy-erased']);
    });

    it('threat: another device’s key keeps a copy in its name: the gateway refuses the message', async () => {
      const thief = { instanceId: device.instanceId, instanceKey: new Uint8Array(32).fill(9) };
      expect(await phone.keep(thief)).toEqual({ refusal: 'registration-not-found' });
      expect(await row()).toBeNull();
    });

    it('where copies are off no challenge is given and nothing comes back', async () => {
      await phone.keep(device);
      clock.pass(SECOND);
      const touch = await phone.touch();
      const off = await openSite({ phoneCopies: false });
      expect(off.copies.settings.isOffered).toBe(false);
      const there = newPhone(off);
      await expect(there.challenge()).rejects.toThrow('registration-not-found');
      expect(await there.bringBack(COPY_PIN, touch)).toEqual(REFUSED);
      expect(await phone.bringBack(COPY_PIN, touch)).toMatchObject({ outcome: 'returned' });
    });
  });
});
