import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reduceActivation, type FlowEvent, type PhoneAbilities } from '@/lib/phone/activation/activation-flow';
import {
  isUnderWay,
  resumeActivation,
  SCANNING,
  withdrawable,
  type ActivationFlow,
} from '@/lib/phone/activation/activation-states';
import type { Connected, Licensed, Linked, Scanned } from '@/lib/phone/activation/activation-steps';
import type { PendingActivation } from '@/lib/phone/activation/pending-activation-store';
import { newAccount } from '../../support/new-account';

const PIN = '739164';
const KEY = new Uint8Array(32).fill(1);
const EVERYTHING: PhoneAbilities = { hasBiometrics: true, hasNotifications: true };
const NOTHING: PhoneAbilities = { hasBiometrics: false, hasNotifications: false };

const scanned: Scanned = {
  payload: {
    userId: 'jane.doe',
    domain: 'example.org',
    registrationIdentifier: 'Xk29aLm4',
    activationPassword: 'Rt7Qp2Zd',
  },
  gateway: { gatewayUrl: 'https://gateway.example', gatewayId: 'A', frontEndKey: 'f' },
  a: 1n,
};
const connected: Connected = { ...scanned, A: 2n, B: 3n, s: KEY };
const licensed: Licensed = {
  payload: scanned.payload,
  gateway: scanned.gateway,
  salt: KEY,
  deviceCode: '1'.repeat(26),
  licence: {
    serialNumber: 'VDS1000042',
    licenceKey: KEY,
    pinMinimumLength: 4,
    pinMaximumLength: 8,
    notificationsEnabled: true,
    serverTime: new Date(0),
  },
};
const linked: Linked = {
  ...licensed,
  description: 'A phone',
  instanceId: 'VDS1000042-1',
  instanceKey: KEY,
  mosaic: '0123456ef',
};
const account = newAccount({ notifications: 'on' });

const read: FlowEvent = { type: 'code-read', scanned, issuer: { kind: 'verified', origin: 'https://id.example.org' } };
const toPin: FlowEvent[] = [
  read,
  { type: 'confirmed' },
  { type: 'connected', next: { number: 2, from: connected } },
  { type: 'connected', next: { number: 3, from: licensed } },
  { type: 'connected', next: { number: 4, from: linked } },
];
const toPreparing: FlowEvent[] = [
  ...toPin,
  { type: 'pin-chosen', pin: PIN, repeated: PIN },
  { type: 'biometrics-chosen', biometrics: null },
];
const pending: PendingActivation = {
  call: {
    gateway: scanned.gateway,
    registrationIdentifier: scanned.payload.registrationIdentifier,
    instanceId: linked.instanceId,
    signature: '1'.repeat(16),
  },
  account,
  begunAt: new Date(0),
};
const toActivating: FlowEvent[] = [...toPreparing, { type: 'prepared', pending }];
const activated: FlowEvent = { type: 'activated', account, instanceKey: KEY, mosaic: '0123456ef' };
const askAndConfirm: FlowEvent[] = [{ type: 'cancel-asked' }, { type: 'cancel-confirmed' }];

function play(events: FlowEvent[], abilities = EVERYTHING): ActivationFlow {
  return events.reduce((flow, event) => reduceActivation(flow, event, abilities), SCANNING);
}

test('the activation goes through one state after the other', () => {
  const flow = [...toActivating, activated];
  expect(flow.map((_, index) => play(flow.slice(0, index + 1)).state)).toEqual([
    'confirming',
    'connecting',
    'connecting',
    'connecting',
    'choosing-pin',
    'choosing-biometrics',
    'preparing',
    'activating',
    'activated',
  ]);
});

test('the screen for a fingerprint is skipped on a phone that has none', () => {
  expect(play(toActivating.slice(0, 6), NOTHING).state).toBe('preparing');
});

test.each([
  ['1234', '1234'],
  ['12', '12'],
  ['241284', '241284'],
  [PIN, '739165'],
  [PIN, ''],
])('the PIN %s, repeated as "%s", leads no further', (pin, repeated) => {
  expect(play([...toPin, { type: 'pin-chosen', pin, repeated }])).toEqual({ state: 'choosing-pin', linked });
});

test('a code that is refused keeps the camera looking', () => {
  const flow = play([{ type: 'code-refused', problem: 'other-gateway' }]);
  expect(flow).toEqual({ state: 'scanning', problem: 'other-gateway' });
  expect(reduceActivation(flow, read, EVERYTHING).state).toBe('confirming');
});

test('a forged image is the end, and says whether the website has heard of it', () => {
  const found: FlowEvent = { type: 'forgery-found', forgery: 'unknown-key', subject: 'activation' };
  expect(play([found])).toMatchObject({ state: 'forged', forgery: 'unknown-key', report: 'sending' });
  expect(play([found, { type: 'forgery-reported', isHeard: true }])).toMatchObject({
    state: 'forged',
    forgery: 'unknown-key',
    report: 'heard',
  });
  expect(play([found, { type: 'forgery-reported', isHeard: false }])).toMatchObject({
    state: 'forged',
    forgery: 'unknown-key',
    report: 'not-heard',
  });
  expect(play([found, read, { type: 'confirmed' }, { type: 'cancel-asked' }]).state).toBe('forged');
});

test('a forgery found after the screen has moved on changes nothing', () => {
  expect(play([read, { type: 'forgery-found', forgery: 'unknown-key', subject: 'activation' }]).state).toBe(
    'confirming',
  );
  expect(play([{ type: 'cancel-asked' }, read]).state).toBe('asking-to-cancel');
});

describe('when the gateway does not answer', () => {
  test.each([2, 3, 4])(
    'the same connection can be made again when the gateway did not answer after %d events',
    (count) => {
      const before = play(toPin.slice(0, count));
      const stalled = reduceActivation(before, { type: 'gateway-failed', failure: 'timeout' }, EVERYTHING);
      expect(stalled).toEqual({ state: 'stalled', during: before, failure: 'timeout' });
      expect(reduceActivation(stalled, { type: 'tried-again' }, EVERYTHING)).toBe(before);
    },
  );

  test('the last connection is made again as one that may have worked', () => {
    const failed: FlowEvent = { type: 'gateway-failed', failure: 'unreachable' };
    const again: FlowEvent[] = [...toActivating, failed, { type: 'tried-again' }];
    expect(play(toActivating)).toMatchObject({ state: 'activating', isRepeated: false });
    expect(play(again)).toMatchObject({ state: 'activating', isRepeated: true });
    expect(play([...again, activated]).state).toBe('activated');
  });

  test('the last connection is made again when the app was closed meanwhile, without the PIN or an open key', () => {
    const resumed = resumeActivation(pending);
    expect(resumed).toEqual({ state: 'activating', pending, instanceKey: null, isRepeated: true });
    expect(reduceActivation(resumed, activated, EVERYTHING).state).toBe('activated');
    expect(isUnderWay(resumed)).toBe(true);
  });
});

describe('cancelling', () => {
  test.each(toActivating.slice(0, -1).map((_, index) => index))(
    'cancelling after %d events asks first, and can be declined',
    (count) => {
      const before = play(toActivating.slice(0, count));
      const asked = reduceActivation(before, { type: 'cancel-asked' }, EVERYTHING);
      expect(asked).toEqual({ state: 'asking-to-cancel', from: before, because: 'wanted' });
      expect(reduceActivation(asked, { type: 'cancel-declined' }, EVERYTHING)).toBe(before);
    },
  );

  test('cancelling withdraws what the gateway holds, and only that', () => {
    expect(play(askAndConfirm)).toEqual({ state: 'cancelled', withdrawal: 'not-needed' });
    expect(play([...toPin.slice(0, 1), ...askAndConfirm])).toEqual({ state: 'cancelled', withdrawal: 'not-needed' });
    const late = play([...toPin.slice(0, 2), ...askAndConfirm]);
    expect(late).toEqual({ state: 'cancelled', withdrawal: 'asked' });
    expect(reduceActivation(late, { type: 'withdrawn', isHeard: true }, EVERYTHING)).toEqual({
      state: 'cancelled',
      withdrawal: 'done',
    });
  });

  test('connections go on behind the question', () => {
    const flow = play([...toPin.slice(0, 2), { type: 'cancel-asked' }, ...toPin.slice(2), { type: 'cancel-declined' }]);
    expect(flow.state).toBe('choosing-pin');
  });

  test('a device that the gateway has activated stays activated after a cancellation', () => {
    expect(play([...toActivating, { type: 'cancel-asked' }, activated]).state).toBe('activated');
    const late = play([...toActivating, ...askAndConfirm]);
    expect(late).toEqual({ state: 'cancelled', withdrawal: 'may-have-worked' });
    expect(reduceActivation(late, activated, EVERYTHING).state).toBe('activated');
    const early = play([...toPin, ...askAndConfirm]);
    expect(reduceActivation(early, activated, EVERYTHING)).toBe(early);
  });
});

test('a link to another activation asks first while one is under way', () => {
  const followed: FlowEvent = { type: 'link-followed' };
  const asked = play([...toPin, { type: 'cancel-asked' }, followed]);
  expect(asked).toEqual({ state: 'asking-to-cancel', from: play(toPin), because: 'link-followed' });
  expect(reduceActivation(asked, { type: 'cancel-declined' }, EVERYTHING)).toEqual(play(toPin));
  expect(play([...toActivating, followed, activated]).state).toBe('activated');
  const underWay = [...toActivating, activated].map((_, count) => isUnderWay(play(toActivating.slice(0, count))));
  expect(underWay).toEqual([false, ...toActivating.map(() => true)]);
  expect(isUnderWay(play([{ type: 'cancel-asked' }]))).toBe(false);
  expect(isUnderWay(asked)).toBe(true);
  expect(isUnderWay(play([...toActivating, activated]))).toBe(false);
});

test('a page that was left in the middle and comes back as it was has given its registration up', () => {
  const interrupted: FlowEvent = { type: 'interrupted' };
  expect(play([read, interrupted]).state).toBe('confirming');
  expect(play([...toPin, interrupted])).toEqual({ state: 'failed', failure: 'interrupted' });
  expect(play([...toPreparing, interrupted])).toEqual({ state: 'failed', failure: 'interrupted' });
  expect(play([...toActivating, interrupted]).state).toBe('activating');
  expect(play([...toActivating, activated, interrupted]).state).toBe('activated');
});

test('no order of events reaches the last connection without the same sound PIN entered twice', () => {
  const events: FlowEvent[] = [
    ...toActivating,
    activated,
    ...askAndConfirm,
    { type: 'cancel-declined' },
    { type: 'pin-chosen', pin: '1234', repeated: '1234' },
    { type: 'pin-chosen', pin: '739165', repeated: PIN },
    { type: 'gateway-failed', failure: 'timeout' },
    { type: 'refused', failure: 'refused' },
    { type: 'tried-again' },
    { type: 'withdrawn', isHeard: false },
    { type: 'started-over' },
    { type: 'link-followed' },
    { type: 'interrupted' },
  ];
  /** What holds after any event, or what was broken. */
  const brokenBy = (before: ActivationFlow, event: FlowEvent, after: ActivationFlow): string | null => {
    if (after.state === 'preparing' && after.choice.pin !== PIN) return 'another PIN';
    if (after.state === 'activated' && before.state !== 'activated' && event !== activated)
      return 'activated by itself';
    if (after.state === 'cancelled' && before.state !== 'cancelled' && event.type !== 'cancel-confirmed')
      return 'cancelled unasked';
    return withdrawable(after) !== null && ['failed', 'activated', 'cancelled'].includes(after.state)
      ? 'holds a registration after the end'
      : null;
  };
  const play60 = property(array(constantFrom(...events), { maxLength: 60 }), (played) => {
    let flow: ActivationFlow = SCANNING;
    return played.every((event) => {
      const before = flow;
      flow = reduceActivation(flow, event, EVERYTHING);
      return brokenBy(before, event, flow) === null;
    });
  });
  expect(() => assert(play60, { numRuns: 500 })).not.toThrow();
});
