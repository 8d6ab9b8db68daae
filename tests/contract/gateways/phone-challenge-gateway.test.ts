import { expect, beforeEach, test } from 'vitest';
import { answerLogin, declineLogin } from '@/lib/phone/login/answer-login';
import { fetchLoginRequest } from '@/lib/phone/login/fetch-login-request';
import { scanLogin } from '@/lib/phone/login/scan-login';
import { EmbeddedPhoneChallengeGateway } from '@/lib/gateways/embedded/embedded-phone-challenge-gateway';
import { systemRandom } from '@/lib/shared/random';
import type { PhoneChallengeGateway, PhoneOwner } from '@/lib/accounts/phone-sign-in/phone-challenge-gateway';
import type { PhoneSignInId } from '@/lib/shared/identifiers/phone-sign-in-id';
import { hexFromBytes } from '@/lib/shared/bytes';
import { MINUTE } from '@/lib/shared/time/duration';
import { valueOf } from '../../support/phones/activate-device';
import { CallersPhone } from '../../support/phones/callers-phone';
import { forEachDatabase } from '../../support/databases/databases';
import { loginDevice, anotherNumber } from '../../support/phones/login-device';
import { GATEWAY_ID } from '../../support/servers/test-gateway';
import { useGateway } from '../../support/servers/use-gateway';
import { sentPhoneChallengeContract, type SentPhone } from './sent-phone-challenge.contract';

/** A phone that the gateway has activated, as the person who holds it. */
type ContractPhone = {
  owner: PhoneOwner;
  /** Reads an image; null when the gateway has nothing for it. */
  scan(code: string): Promise<{
    type(number: string): Promise<boolean>;
    decline(reason: 'cancelled' | 'not-me'): Promise<boolean>;
  } | null>;
  lock(): Promise<void>;
};

/** One that makes images for whoever may come. */
type ImageGateway = PhoneChallengeGateway & { open: NonNullable<PhoneChallengeGateway['open']> };

type PhoneChallengeHarness = {
  gateway: ImageGateway;
  activate(): Promise<ContractPhone>;
  passTime(milliseconds: number): void;
};

const ASKING = { address: '203.0.113.9', browser: 'Firefox on Windows' };

function phoneChallengeGatewayContract(open: () => Promise<PhoneChallengeHarness>): void {
  let harness: PhoneChallengeHarness;
  let gateway: ImageGateway;
  let phone: ContractPhone;
  let id: PhoneSignInId;

  beforeEach(async () => {
    harness = await open();
    ({ gateway } = harness);
    phone = await harness.activate();
    id = `phs-${hexFromBytes(systemRandom.bytes(32))}` as PhoneSignInId;
  });

  test('a phone whose person types the right number vouches for its person, once', async () => {
    const { code, number, expiresAt } = await gateway.open(id, ASKING);
    expect(number).toMatch(/^[1-9]\d$/);
    expect(await gateway.observe(id)).toMatchObject({
      state: 'waiting',
      expiresAt,
      reader: null,
      askedFrom: '203.0.113.9',
    });
    expect(await gateway.redeem(id)).toEqual({ ok: false, refusal: 'not-approved' });
    const request = await phone.scan(code);
    expect(await gateway.observe(id)).toMatchObject({ state: 'scanned', reader: phone.owner });
    expect(await request?.type(number)).toBe(true);
    expect(await gateway.observe(id)).toMatchObject({ state: 'approved', reader: phone.owner });

    const redeemed = await Promise.all([gateway.redeem(id), gateway.redeem(id), gateway.redeem(id)]);
    expect(redeemed.filter(({ ok }) => ok)).toEqual([{ ok: true, value: phone.owner }]);
    expect(await gateway.observe(id)).toMatchObject({ state: 'redeemed' });
    expect(await gateway.redeem(id)).toEqual({ ok: false, refusal: 'not-approved' });
  });

  test('threat: brute force: a wrong number ends it, and the right one comes too late', async () => {
    const { code, number } = await gateway.open(id, ASKING);
    const request = await phone.scan(code);
    expect(await request?.type(anotherNumber(number))).toBe(false);
    expect(await request?.type(number)).toBe(false);
    expect(await gateway.observe(id)).toMatchObject({ state: 'refused', reason: 'wrong-number', reader: phone.owner });
    expect(await gateway.redeem(id)).toEqual({ ok: false, refusal: 'not-approved' });
  });

  test.each([
    ['cancelled', 'cancelled-on-phone'],
    ['not-me', 'not-me'],
  ] as const)('a phone that says %s ends it for that reason', async (said, reason) => {
    const { code, number } = await gateway.open(id, ASKING);
    const request = await phone.scan(code);
    expect(await request?.decline(said)).toBe(true);
    expect(await gateway.observe(id)).toMatchObject({ state: 'refused', reason, reader: phone.owner });
    expect(await request?.type(number)).toBe(false);
  });

  test('threat: race of two phones: the first reader has it, for good', async () => {
    const other = await harness.activate();
    const { code } = await gateway.open(id, ASKING);
    expect(await phone.scan(code)).not.toBeNull();
    expect(await other.scan(code)).toBeNull();
    // Again, because it may have lost the answer.
    expect(await phone.scan(code)).not.toBeNull();
    expect(await other.scan(code)).toBeNull();
  });

  test('a cancelled challenge can be neither answered nor redeemed', async () => {
    const { code, number } = await gateway.open(id, ASKING);
    const request = await phone.scan(code);
    await gateway.cancel(id);
    expect(await request?.type(number)).toBe(false);
    expect(await gateway.observe(id)).toMatchObject({ state: 'cancelled' });
    await gateway.cancel(id);
    await gateway.cancel(`phs-${'0'.repeat(64)}` as PhoneSignInId);
  });

  test('a challenge expires after a minute; once approved, it is redeemed within another one', async () => {
    const late = await gateway.open(id, ASKING);
    harness.passTime(MINUTE);
    expect(await phone.scan(late.code)).toBeNull();
    expect(await gateway.observe(id)).toMatchObject({ state: 'expired', reader: null });

    const second = `phs-${'1'.repeat(24)}${id.slice(28)}` as PhoneSignInId;
    const { code, number } = await gateway.open(second, ASKING);
    harness.passTime(MINUTE - 1);
    expect(await (await phone.scan(code))?.type(number)).toBe(true);
    harness.passTime(MINUTE);
    expect(await gateway.redeem(second)).toEqual({ ok: false, refusal: 'not-approved' });
    expect(await gateway.observe(second)).toMatchObject({ state: 'expired' });
  });

  test('threat: a device that is locked in between cannot answer, nor be signed in with', async () => {
    const { code, number } = await gateway.open(id, ASKING);
    const request = await phone.scan(code);
    await phone.lock();
    expect(await request?.type(number)).toBe(false);
    expect(await gateway.observe(id)).toMatchObject({ state: 'refused', reason: 'device-not-usable' });

    const other = await harness.activate();
    const second = `phs-${'2'.repeat(24)}${id.slice(28)}` as PhoneSignInId;
    const opened = await gateway.open(second, ASKING);
    expect(await (await other.scan(opened.code))?.type(opened.number)).toBe(true);
    await other.lock();
    expect(await gateway.redeem(second)).toEqual({ ok: false, refusal: 'device-not-usable' });
    expect(await other.scan((await gateway.open(`${second.slice(0, -1)}x` as PhoneSignInId, ASKING)).code)).toBeNull();
  });

  test('an unopened challenge is unknown to the gateway', async () => {
    expect(await gateway.observe(id)).toBeNull();
    expect(await gateway.redeem(id)).toEqual({ ok: false, refusal: 'not-approved' });
  });
}

let people = 0;

forEachDatabase((_name, open) => {
  const fixture = useGateway(open);

  async function activate(): Promise<ContractPhone> {
    people += 1;
    const owner = { userId: `owner.${people}`, domain: 'example.org' };
    const { gateway, address } = fixture();
    const device = await loginDevice(valueOf(await gateway.register(owner)), address);
    return {
      owner: { ...owner, instanceId: device.instanceId },
      async scan(code) {
        const login = await fetchLoginRequest(valueOf(scanLogin(code, address)), device, systemRandom);
        if (!login.ok) return null;
        return {
          type: async (number) => (await answerLogin(login.value, number)).ok,
          decline: async (reason) => (await declineLogin(login.value, reason, systemRandom)).ok,
        };
      },
      async lock() {
        expect(await gateway.lock(device.instanceId)).toBe(true);
      },
    };
  }

  const gateway = () => new EmbeddedPhoneChallengeGateway(fixture().gateway, GATEWAY_ID, 'https://id.example.org');
  const passTime = (milliseconds: number) => fixture().passTime(milliseconds);

  async function activateReachable(): Promise<SentPhone> {
    people += 1;
    const owner = { userId: `owner.${people}`, domain: 'example.org' };
    const { gateway: engine, address } = fixture();
    const device = await loginDevice(valueOf(await engine.register(owner)), address);
    const phone = await CallersPhone.listen(engine, address, device);
    return {
      owner: { ...owner, instanceId: device.instanceId },
      async receive() {
        const login = await phone.open();
        return { approve: async (number) => (await answerLogin(login, number)).ok };
      },
      async remove() {
        expect(await engine.remove(device.instanceId)).toBe(true);
      },
    };
  }

  phoneChallengeGatewayContract(async () => ({ gateway: gateway(), activate, passTime }));
  sentPhoneChallengeContract(async () => ({
    gateway: gateway(),
    activate: activateReachable,
    passTime,
    untilApproved: async () => {},
  }));
});
