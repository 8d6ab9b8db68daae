import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UsableAccount } from '@/lib/phone/accounts/account';
import {
  isLoginUnderWay,
  reduceLogin,
  startLogin,
  type LoginEvent,
  type LoginFlow,
} from '@/lib/phone/login/login-flow';
import type { LoginRequest, ScannedLogin, LoginAnswer } from '@/lib/phone/login/login-steps';

const KEY = new Uint8Array(32).fill(1);
const source: ScannedLogin = {
  way: 'scan',
  challengeKey: '0a'.repeat(16),
  gateway: { gatewayUrl: 'https://gateway.example', gatewayId: 'A', frontEndKey: 'f' },
};
const device = { instanceId: 'VDS1000042-1', userId: 'jane.doe', domain: 'example.org', instanceKey: KEY };
const account: UsableAccount = {
  state: 'usable',
  instanceId: device.instanceId,
  userId: device.userId,
  domain: device.domain,
  name: 'A phone',
  activatedAt: '2026-05-04T10:00:00.000Z',
  pinMinimumLength: 4,
  pinMaximumLength: 8,
  notifications: 'on',
  triesLeft: 5,
  pinSealedKey: { iv: KEY, ciphertext: KEY },
  biometrics: null,
};
const other: UsableAccount = { ...account, instanceId: 'VDS1000043-1', userId: 'max.poe' };
const login: LoginRequest = {
  way: 'scan',
  device,
  gateway: source.gateway,
  request: {
    purpose: 'sign-in',
    words: '',
    challengeKey: source.challengeKey,
    secondsLeft: 42,
    userId: device.userId,
    domain: device.domain,
    origin: 'https://id.example.org',
    address: '203.0.113.9',
    browser: 'Firefox on Windows',
  },
};

const opened: LoginEvent = { type: 'opened', instanceKey: KEY };
const fetched: LoginEvent = { type: 'fetched', login, answerUntil: 60_000 };
const taken: LoginEvent = { type: 'answer-taken' };
const lost: LoginEvent = { type: 'gateway-failed', failure: 'unreachable' };
const again: LoginEvent = { type: 'tried-again' };
const gone: Extract<LoginEvent, { type: 'refused' }> = { type: 'refused', failure: 'login-not-found' };
const give = (answer: LoginAnswer): LoginEvent => ({ type: 'answer-given', answer });
const NUMBER = give({ number: '42' });

function play(events: LoginEvent[], start = startLogin(source, [account], new Map())): LoginFlow {
  return events.reduce(reduceLogin, start);
}

test('the sign-in goes from the PIN to the request and the answer', () => {
  const events = [opened, fetched, NUMBER, taken];
  expect(events.map((_, index) => play(events.slice(0, index + 1)).state)).toEqual([
    'fetching',
    'deciding',
    'answering',
    'answered',
  ]);
});

test('a sign-in is under way from the request to its end', () => {
  const events = [opened, fetched, NUMBER, lost, again, taken];
  const underWay = [[], ...events.map((_, index) => events.slice(0, index + 1))].map((past) =>
    isLoginUnderWay(play(past)),
  );
  expect(underWay).toEqual([false, true, true, true, true, true, false]);
});

describe('which account', () => {
  test('one that fits is taken, and asked for its PIN before the image is used up', () => {
    expect(startLogin(source, [account], new Map())).toEqual({ state: 'unlocking', source, account });
  });

  test('one that is open already is not asked again', () => {
    const flow = startLogin(source, [account], new Map([[account.instanceId, KEY]]));
    expect(flow).toEqual({ state: 'fetching', source, device });
  });

  test('one of several accounts is chosen, open or not', () => {
    const start = startLogin(source, [account, other], new Map([[account.instanceId, KEY]]));
    expect(start.state).toBe('choosing-account');
    expect(play([{ type: 'account-chosen', account, instanceKey: KEY }], start)).toEqual({
      state: 'fetching',
      source,
      device,
    });
    expect(play([{ type: 'account-chosen', account: other, instanceKey: null }], start)).toEqual({
      state: 'unlocking',
      source,
      account: other,
    });
  });

  test('a sign-in without an account is a fault', () => {
    expect(() => startLogin(source, [], new Map())).toThrow(RangeError);
  });
});

describe('what ends it', () => {
  test.each(['login-not-found', 'login-refused', 'gateway-not-genuine'] as const)(
    'a request that is answered with %s',
    (failure) => {
      expect(play([opened, { type: 'refused', failure }])).toEqual({ state: 'failed', failure, purpose: null });
    },
  );

  test('a wrong number', () => {
    const flow = play([opened, fetched, NUMBER, { type: 'refused', failure: 'wrong-number' }]);
    expect(flow).toEqual({ state: 'failed', failure: 'wrong-number', purpose: 'sign-in' });
    expect(play([taken, again, NUMBER, fetched], flow)).toBe(flow);
  });

  test('the time, while nothing has been chosen', () => {
    const over: LoginEvent = { type: 'time-over' };
    expect(play([opened, fetched, over])).toEqual({ state: 'failed', failure: 'expired', purpose: 'sign-in' });
    expect(play([opened, fetched, NUMBER, over]).state).toBe('answering');
  });

  test.each(['cancelled', 'not-me'] as const)('the answer %s', (answer) => {
    expect(play([opened, fetched, give(answer), taken])).toEqual({ state: 'answered', login, answer });
  });
});

describe('an answer to a request that the gateway no longer has', () => {
  test('a number for a request that is gone signs no one in', () => {
    expect(play([opened, fetched, NUMBER, gone])).toEqual({
      state: 'failed',
      failure: 'ended-meanwhile',
      purpose: 'sign-in',
    });
  });

  test('a cancellation of a request that is gone succeeds', () => {
    expect(play([opened, fetched, give('cancelled'), gone])).toEqual({ state: 'answered', login, answer: 'cancelled' });
  });

  test('a report has not been heard', () => {
    expect(play([opened, fetched, give('not-me'), gone])).toEqual({
      state: 'failed',
      failure: 'not-reported',
      purpose: 'sign-in',
    });
  });
});

describe('when the gateway does not answer', () => {
  test('the request can be asked for again', () => {
    const stalled = play([opened, lost]);
    expect(stalled).toEqual({
      state: 'stalled',
      during: { state: 'fetching', source, device },
      failure: 'unreachable',
    });
    expect(play([again, fetched], stalled).state).toBe('deciding');
  });

  test('a number that is sent again and refused may have worked before', () => {
    expect(play([opened, fetched, NUMBER, lost, again, gone])).toEqual({
      state: 'failed',
      failure: 'outcome-unknown',
      purpose: 'sign-in',
    });
    expect(play([opened, fetched, NUMBER, { ...gone, isRepeated: true }])).toMatchObject({
      failure: 'outcome-unknown',
    });
    expect(play([opened, fetched, NUMBER, lost, again, taken]).state).toBe('answered');
  });
});

/** Whether the person is behind what happened. */
function isSound(before: LoginFlow, event: LoginEvent, after: LoginFlow): boolean {
  if (after === before) return true;
  if (after.state === 'answered') return before.state === 'answering' && before.answer === after.answer;
  if (after.state !== 'answering') return before.state !== 'answered' && before.state !== 'failed';
  if (before.state === 'stalled') return before.during.state === 'answering' && before.during.answer === after.answer;
  return event.type === 'answer-given' && before.state === 'deciding' && event.answer === after.answer;
}

test('no order of events answers for the user, or with anything but their first choice', () => {
  const events: LoginEvent[] = [
    { type: 'account-chosen', account: other, instanceKey: KEY },
    opened,
    fetched,
    NUMBER,
    give('not-me'),
    give('cancelled'),
    taken,
    lost,
    again,
    gone,
    { type: 'time-over' },
    { type: 'refused', failure: 'wrong-number' },
  ];
  const play60 = property(array(constantFrom(...events), { maxLength: 60 }), (played) => {
    let flow = startLogin(source, [account], new Map());
    return played.every((event) => {
      const before = flow;
      flow = reduceLogin(before, event);
      return isSound(before, event, flow);
    });
  });
  expect(() => assert(play60, { numRuns: 500 })).not.toThrow();
});
