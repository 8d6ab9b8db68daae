import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import { PrismaVendorChallengeStore } from '@/lib/database/tables/gateways/prisma-vendor-challenge-store';
import type { EndedVendorChallenge } from '@/lib/gateways/phone-requests/vendor-challenge';
import { fault } from '@/lib/kit/faults/fault';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { hexFromBytes } from '@/lib/shared/bytes';
import type { PhoneConfirmationId } from '@/lib/shared/identifiers/phone-confirmation-id';
import type { PhoneSignInId } from '@/lib/shared/identifiers/phone-sign-in-id';
import { systemRandom } from '@/lib/shared/random';
import { SECOND } from '@/lib/shared/time/duration';
import { forEachDatabase } from '../../../support/databases/databases';
import { openCloudAdapter } from '../../../support/onespan/open-onespan-adapter';
import { activateVendorPhone } from '../../../support/onespan/vendor-phones';

const ASKING = { address: '203.0.113.9', browser: 'Firefox on Windows' };
const STEP_UP = { ...ASKING, purpose: 'step-up' } as const;
const [WRONG, OVER] = [
  { ok: false, refusal: 'wrong-response' },
  { ok: false, refusal: 'over' },
];
const NOT_APPROVED = { ok: false, refusal: 'not-approved' };
const clock = { aheadMs: 0, now: () => new Date(Date.now() + clock.aheadMs) };
const hex = () => hexFromBytes(systemRandom.bytes(32));
const signInId = () => `phs-${hex()}` as PhoneSignInId;
const confirmationId = () => `phc-${hex()}` as PhoneConfirmationId;

forEachDatabase((_kind, open) => {
  let server: OneSpanServer;
  let opened: OpenedGateway;
  let ended: EndedVendorChallenge[] = [];

  beforeAll(async () => {
    server = await startOnespanServer({ clock, lockThreshold: 0 });
    const database = await open();
    const phoneRequests = {
      store: new PrismaVendorChallengeStore(database.client),
      changeFeed: database.changeFeed,
      onEnd: async (end: EndedVendorChallenge) => void ended.push(end),
      onFault: (error: unknown) => {
        throw error;
      },
    };
    opened = openCloudAdapter(server, [], { typedResponse: { input: {} } }, phoneRequests);
  });

  afterAll(async () => {
    await opened.close();
    await server.close();
  });

  beforeEach(() => {
    ended = [];
    server.calls.clear();
  });

  function phones() {
    if (!opened.phoneChallenges?.typedResponses) throw new Error('no responses are typed');
    const { phoneChallenges: gateway } = opened;
    return { gateway, typed: gateway.typedResponses as NonNullable<typeof gateway.typedResponses> };
  }

  async function newPerson() {
    const person = await activateVendorPhone(server, { isReachable: false });
    return { ...person, addressee: { userId: person.userId, domain: 'example.org' } };
  }

  describe('a response that is typed (OneSpan §5.5)', () => {
    test('the device’s response approves the challenge, once, for 180 seconds', async () => {
      const { addressee, phone, device } = await newPerson();
      const { gateway, typed } = phones();
      const id = signInId();
      const { message, expiresAt } = await typed.start(id, ASKING, addressee);
      expect(expiresAt.getTime() - clock.now().getTime()).toBeGreaterThan(170 * SECOND);
      const response = await phone.respondTo(message);
      expect(await typed.answer(id, response)).toEqual({ ok: true, value: null });
      expect(await typed.answer(id, response)).toEqual(OVER);
      expect(await gateway.redeem(id)).toEqual({ ok: true, value: { ...addressee, instanceId: device.instanceId } });
      expect(await gateway.redeem(id)).toEqual(NOT_APPROVED);
    });

    test.each(['conflict', 'status'] as const)(
      'a wrong response may be corrected once, whether the cloud refuses it by %s',
      async (failedLogin) => {
        server.state.options.failedLogin = failedLogin;
        const { addressee, phone } = await newPerson();
        const { gateway, typed } = phones();
        const id = confirmationId();
        const { message } = await typed.start(id, STEP_UP, addressee);
        expect(await typed.answer(id, '00000000')).toEqual(WRONG);
        expect(await typed.answer(id, await phone.respondTo(message))).toEqual({ ok: true, value: null });
        expect((await gateway.redeem(id)).ok).toBe(true);
        server.state.options.failedLogin = 'conflict';
      },
    );

    test('threat: guesses — the second wrong one ends the challenge, and the right one is too late', async () => {
      const { addressee, phone } = await newPerson();
      const { gateway, typed } = phones();
      const id = signInId();
      const { message } = await typed.start(id, ASKING, addressee);
      expect(await Promise.all([typed.answer(id, '00000000'), typed.answer(id, '00000001')])).toContainEqual(OVER);
      expect(await typed.answer(id, await phone.respondTo(message))).toEqual(OVER);
      expect(await gateway.observe(id)).toMatchObject({ state: 'refused', reason: 'not-confirmed', reader: null });
      expect(ended).toEqual([{ requestKey: id, purpose: 'sign-in' }]);
      expect(server.calls.count('login')).toBe(2);
    });

    test('threat: user names tried — an unknown one gets an image like the others, and the same refusals', async () => {
      const { addressee } = await newPerson();
      const { gateway, typed } = phones();
      const seen: unknown[] = [];
      for (const someone of [addressee, { ...addressee, userId: 'nobody.at.all' }]) {
        server.calls.clear();
        const id = signInId();
        const { message } = await typed.start(id, ASKING, someone);
        const answers = [await typed.answer(id, '00000000'), await typed.answer(id, '00000001')];
        const { state, reason, version } = (await gateway.observe(id)) ?? {};
        const { length } = message;
        seen.push({ length, answers, state, reason, version, calls: server.calls.counts() });
      }
      expect(seen[1]).toEqual(seen[0]);
      expect(seen[0]).toMatchObject({ answers: [WRONG, OVER], calls: { 'users/{user}/login': 2 } });
    });

    test('threat: another person’s response — opens nothing', async () => {
      const [jane, max] = [await newPerson(), await newPerson()];
      const { gateway, typed } = phones();
      const [own, strange] = [signInId(), signInId()];
      await typed.start(own, ASKING, jane.addressee);
      const { message } = await typed.start(strange, ASKING, max.addressee);
      expect(await typed.answer(own, await max.phone.respondTo(message))).toEqual(WRONG);
      expect(await gateway.redeem(own)).toEqual(NOT_APPROVED);
    });

    test('threat: a response after its time, or to a page that was closed — counts for nothing', async () => {
      const { addressee, phone } = await newPerson();
      const { gateway, typed } = phones();
      const late = signInId();
      const response = await phone.respondTo((await typed.start(late, ASKING, addressee)).message);
      clock.aheadMs += 180 * SECOND;
      expect(await typed.answer(late, response)).toEqual(OVER);
      const closed = signInId();
      const { message } = await typed.start(closed, ASKING, addressee);
      await gateway.cancel(closed);
      expect(await typed.answer(closed, await phone.respondTo(message))).toEqual(OVER);
    });

    test.each([
      ['504', fault.status(504)],
      ['502', fault.status(502)],
      ['a page of a proxy', fault.html()],
      ['an unknown refusal', fault.unknownStatus()],
    ])('a response that meets %s is an error, and proves nothing', async (_what, wrong) => {
      const { addressee, phone } = await newPerson();
      const { gateway, typed } = phones();
      const id = signInId();
      const { message } = await typed.start(id, ASKING, addressee);
      server.faults.once('login', wrong);
      const response = await phone.respondTo(message);
      await expect(typed.answer(id, response)).rejects.toMatchObject({ name: 'GatewayError' });
      expect(await gateway.redeem(id)).toEqual(NOT_APPROVED);
      expect(await typed.answer(id, response)).toEqual({ ok: true, value: null });
    });

    test('threat: a malformed challenge — is an error, and no image', async () => {
      const { addressee } = await newPerson();
      server.faults.once(
        'generate-secure-challenge',
        fault.reply({
          status: 200,
          headers: { 'content-type': 'application/json' },
          body: '{"requestID":"x","requestMessage":"<svg>"}',
        }),
      );
      await expect(phones().typed.start(signInId(), ASKING, addressee)).rejects.toMatchObject({
        code: 'malformed-reply',
      });
    });

    test('phones are not asked by push where only responses are typed', async () => {
      const { addressee } = await newPerson();
      const { gateway } = phones();
      expect(gateway.capabilities).toMatchObject({ push: 'not-switched-on', typedResponse: true });
      await expect(gateway.send(signInId(), ASKING, addressee)).rejects.toThrow(TypeError);
    });
  });
});
