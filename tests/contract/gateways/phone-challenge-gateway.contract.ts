import { beforeEach, expect, test } from 'vitest';
import type { PhoneChallengeGateway, PhoneOwner } from '@/lib/accounts/phone-sign-in/phone-challenge-gateway';
import type { PhoneSignInId } from '@/lib/shared/identifiers/phone-sign-in-id';
import type { CallerRequestId } from '@/lib/shared/identifiers/caller-request-id';
import { hexFromBytes } from '@/lib/shared/bytes';
import { MINUTE } from '@/lib/shared/time/duration';
import { systemRandom } from '@/lib/shared/random';
import { anotherNumber } from '../../support/phones/login-device';

/** A phone that the gateway has activated, as the person who holds it. */
export type ContractPhone = {
  owner: PhoneOwner;
  /** Reads an image; null when the gateway has nothing for it. */
  scan(code: string): Promise<{
    type(number: string): Promise<boolean>;
    decline(reason: 'cancelled' | 'not-me'): Promise<boolean>;
  } | null>;
  lock(): Promise<void>;
};

export type PhoneChallengeHarness = {
  gateway: PhoneChallengeGateway;
  activate(): Promise<ContractPhone>;
  passTime(milliseconds: number): void;
};

const ASKING = { address: '203.0.113.9', browser: 'Firefox on Windows' };

export function phoneChallengeGatewayContract(open: () => Promise<PhoneChallengeHarness>): void {
  let harness: PhoneChallengeHarness;
  let gateway: PhoneChallengeGateway;
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

  test('cancelling leaves nothing to answer or to redeem', async () => {
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

  test('what is sent to somebody without a phone waits and expires like anything else', async () => {
    const sent = await gateway.send(id, ASKING, { userId: 'no.phone', domain: 'example.org' });
    expect(sent.number).toMatch(/^[1-9]\d$/);
    expect(await gateway.observe(id)).toMatchObject({ state: 'waiting', expiresAt: sent.expiresAt, reader: null });
    harness.passTime(MINUTE);
    expect(await gateway.observe(id)).toMatchObject({ state: 'expired', reader: null });
  });

  test('the helpdesk asks a caller’s phones: known by whose they are, and by no address', async () => {
    const { userId, domain } = phone.owner;
    const asked = `clr-${id.slice(4)}` as CallerRequestId;
    const { number, expiresAt } = await gateway.askCaller(asked, 'Ann Agent', { userId, domain });
    expect(number).toMatch(/^[1-9]\d$/);
    expect(await gateway.observe(asked)).toMatchObject({
      state: 'waiting',
      expiresAt,
      askedFrom: null,
      addressee: { userId, domain },
    });
    expect(await gateway.redeem(asked)).toEqual({ ok: false, refusal: 'not-approved' });
    harness.passTime(MINUTE);
    expect(await gateway.observe(asked)).toMatchObject({ state: 'expired', reader: null });
  });

  test('nothing is known of a challenge that was never opened', async () => {
    expect(await gateway.observe(id)).toBeNull();
    expect(await gateway.redeem(id)).toEqual({ ok: false, refusal: 'not-approved' });
  });
}
