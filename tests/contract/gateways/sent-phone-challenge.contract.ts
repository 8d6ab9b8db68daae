import { beforeEach, expect, test } from 'vitest';
import type { PhoneChallengeGateway, PhoneOwner } from '@/lib/accounts/phone-sign-in/phone-challenge-gateway';
import { systemRandom } from '@/lib/shared/random';
import { hexFromBytes } from '@/lib/shared/bytes';
import type { CallerRequestId } from '@/lib/shared/identifiers/caller-request-id';
import type { PhoneSignInId } from '@/lib/shared/identifiers/phone-sign-in-id';
import { MINUTE } from '@/lib/shared/time/duration';

export type ReceivedRequest = {
  /** @param number that the page shows; empty where phones type none @returns whether the gateway took it */
  approve(number: string): Promise<boolean>;
};

/** Somebody whose phone gets what is sent. */
export type SentPhone = {
  owner: PhoneOwner;
  /** Waits for the newest request, and reads it. */
  receive(): Promise<ReceivedRequest>;
  remove(): Promise<void>;
};

export type SentHarness = {
  gateway: PhoneChallengeGateway;
  activate(): Promise<SentPhone>;
  passTime(milliseconds: number): void;
  /** Resolves when the website knows. */
  untilApproved(id: PhoneSignInId | CallerRequestId): Promise<void>;
};

const ASKING = { address: '203.0.113.9', browser: 'Firefox on Windows' };

/** What every gateway promises of requests that it sends to a person's phones. */
export function sentPhoneChallengeContract(open: () => Promise<SentHarness>): void {
  let harness: SentHarness;
  let gateway: PhoneChallengeGateway;
  let phone: SentPhone;
  let id: PhoneSignInId;

  beforeEach(async () => {
    harness = await open();
    ({ gateway } = harness);
    phone = await harness.activate();
    id = `phs-${hexFromBytes(systemRandom.bytes(32))}` as PhoneSignInId;
  });

  test('a phone that approves what was sent vouches for its person, once', async () => {
    const { number, expiresAt } = await gateway.send(id, ASKING, phone.owner);
    expect(await gateway.observe(id)).toMatchObject({
      state: 'waiting',
      expiresAt,
      reader: null,
      askedFrom: '203.0.113.9',
      addressee: { userId: phone.owner.userId, domain: phone.owner.domain },
    });
    expect(await gateway.redeem(id)).toEqual({ ok: false, refusal: 'not-approved' });
    expect(await (await phone.receive()).approve(number)).toBe(true);
    await harness.untilApproved(id);
    expect(await gateway.observe(id)).toMatchObject({ reader: phone.owner });
    const redeemed = await Promise.all([gateway.redeem(id), gateway.redeem(id), gateway.redeem(id)]);
    expect(redeemed.filter(({ ok }) => ok)).toEqual([{ ok: true, value: phone.owner }]);
    expect(await gateway.observe(id)).toMatchObject({ state: 'redeemed' });
  });

  test('an approval is redeemed within a minute, and one of a caller check within 15', async () => {
    const { number } = await gateway.send(id, ASKING, phone.owner);
    await (await phone.receive()).approve(number);
    await harness.untilApproved(id);
    harness.passTime(MINUTE);
    expect(await gateway.redeem(id)).toEqual({ ok: false, refusal: 'not-approved' });

    const asked = `clr-${id.slice(4)}` as CallerRequestId;
    const agent = { agent: 'Ann Agent', words: 'amber falcon' };
    const check = await gateway.challengeCaller(asked, agent, phone.owner);
    expect(await gateway.observe(asked)).toMatchObject({ state: 'waiting', askedFrom: null });
    await (await phone.receive()).approve(check.number);
    await harness.untilApproved(asked);
    harness.passTime(14 * MINUTE);
    expect(await gateway.redeem(asked)).toEqual({ ok: true, value: phone.owner });
  });

  test('threat: a device removed after it approved — signs no one in', async () => {
    const { number } = await gateway.send(id, ASKING, phone.owner);
    await (await phone.receive()).approve(number);
    await harness.untilApproved(id);
    await phone.remove();
    expect(await gateway.redeem(id)).toEqual({ ok: false, refusal: 'device-not-usable' });
    expect(await gateway.observe(id)).toMatchObject({ state: 'refused', reason: 'device-not-usable' });
  });

  test('a cancelled request is not redeemed, whatever the phone answers', async () => {
    const { number } = await gateway.send(id, ASKING, phone.owner);
    // Before the end of it, as a gateway may take a request back that no phone has read, and may be unable to tell one that has.
    const received = await phone.receive();
    await gateway.cancel(id);
    await received.approve(number);
    expect(await gateway.observe(id)).toMatchObject({ state: 'cancelled' });
    expect(await gateway.redeem(id)).toEqual({ ok: false, refusal: 'not-approved' });
  });

  test('threat: user names tried: one without a phone is pending, and expires like any other', async () => {
    const sent = await gateway.send(id, ASKING, { userId: 'no.phone', domain: 'example.org' });
    expect(await gateway.observe(id)).toMatchObject({ state: 'waiting', expiresAt: sent.expiresAt, reader: null });
    harness.passTime(MINUTE);
    expect(await gateway.observe(id)).toMatchObject({ state: 'expired', reader: null });
  });

  test('a request that was never sent is unknown to the gateway', async () => {
    expect(await gateway.observe(id)).toBeNull();
    expect(await gateway.redeem(id)).toEqual({ ok: false, refusal: 'not-approved' });
    await gateway.cancel(id);
  });
}
