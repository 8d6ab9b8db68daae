import { afterEach, beforeEach, expect, test, vi, type Mock } from 'vitest';
import { createServerClock } from '@/components/site/following/server-clock';
import { runPhoneSignIn, type PhoneSignInView } from '@/components/site/phone-sign-in/run-phone-sign-in';
import { spokenWords } from '@/components/site/phone-sign-in/spoken-words';
import type { PhoneSignInId } from '@/lib/shared/identifiers/phone-sign-in-id';
import type { PhoneSignInStatus } from '@/lib/accounts/phone-sign-in/follow-phone-sign-in';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';

const ID = `phs-${'0'.repeat(64)}` as PhoneSignInId;
const START = Date.parse('2026-05-04T10:00:00Z');
const image = { size: 29, paths: [{ fill: '#000000', path: '' }] };

/** The server's side of one challenge; it holds a question until something is new, or for 25 s. */
class PlayedChallenge {
  version = 0;
  state: PhoneSignInStatus['state'] = 'waiting';
  reason: PhoneSignInStatus['reason'] = null;
  questions: string[] = [];
  broken: number | 'offline' | null = null;
  #wake: () => void = () => undefined;

  move(state: PhoneSignInStatus['state'], reason: PhoneSignInStatus['reason'] = null): void {
    [this.state, this.reason, this.version] = [state, reason, this.version + 1];
    this.#wake();
  }

  status(): PhoneSignInStatus {
    const { version, state, reason } = this;
    const times = { expiresAt: new Date(START + MINUTE).toISOString(), serverTime: new Date().toISOString() };
    return { id: ID, version, state, reason, ...times, retryAfterMs: null };
  }

  fetch = async (address: string, signal: AbortSignal): Promise<Response> => {
    this.questions.push(address);
    if (this.broken === 'offline') throw new TypeError('offline');
    if (this.broken !== null) return new Response('', { status: this.broken });
    const after = Number(new URL(address, 'http://x').searchParams.get('after'));
    if (after === this.version) {
      await new Promise<void>((resolve, reject) => {
        this.#wake = resolve;
        setTimeout(resolve, 25 * SECOND);
        signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      });
    }
    return Response.json(this.status());
  };
}

let challenge: PlayedChallenge;
let views: PhoneSignInView[];
let running: AbortController;
let finish: Mock<() => Promise<'done' | 'not-finished'>>;
let leave: Mock<() => void>;
let starts: number;

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  challenge = new PlayedChallenge();
  views = [];
  starts = 0;
  running = new AbortController();
  finish = vi.fn<() => Promise<'done' | 'not-finished'>>().mockResolvedValue('done');
  leave = vi.fn<() => void>();
});

afterEach(() => {
  running.abort();
  vi.useRealTimers();
});

function run(renewals = 0) {
  const environment = {
    fetch: challenge.fetch,
    clock: createServerClock(() => performance.now()),
    monotonicNow: () => performance.now(),
    random: () => 0.5,
    setTimer(callback: () => void, milliseconds: number) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
  };
  const start = async () => {
    starts++;
    challenge.state = 'waiting';
    return { ok: true as const, status: challenge.status(), number: '42', image, typedKey: null };
  };
  void runPhoneSignIn(
    environment,
    { way: 'image', path: '/api/phone-sign-in', renewals, start, finish, leave },
    (view) => views.push(view),
    running.signal,
  );
  return pass(0);
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const last = () => views.at(-1);

test('a sign-in with the phone leads from the image to the session', async () => {
  await run();
  expect(last()).toMatchObject({ stage: 'shown', number: '42', status: { state: 'waiting' } });
  challenge.move('scanned');
  await pass(0);
  expect(last()).toMatchObject({ stage: 'shown', status: { state: 'scanned' } });
  challenge.move('approved');
  await pass(0);
  expect(views.at(-1)).toEqual({ stage: 'opening' });
  expect(finish).toHaveBeenCalledOnce();
  expect(leave).toHaveBeenCalledOnce();
  expect(views.map((view) => spokenWords(view, 'sign-in'))).toEqual([
    'The sign-in image is shown.',
    'The phone has read the image. Type 42 on the phone.',
    'Approved on the phone. Signing you in.',
  ]);
});

test('one question at a time, and few of them', async () => {
  await run();
  await pass(59 * SECOND);
  expect(challenge.questions).toHaveLength(3);
});

test.each(['wrong-number', 'not-me', 'cancelled-on-phone', 'device-not-usable'] as const)(
  'the sign-in ends with %s when the phone does',
  async (reason) => {
    await run();
    challenge.move('refused', reason);
    await pass(0);
    expect(last()).toEqual({ stage: 'ended', ending: reason, way: 'image' });
    await pass(MINUTE);
    expect(challenge.questions).toHaveLength(1);
    expect(finish).not.toHaveBeenCalled();
  },
);

test('the sign-in expires on time, also when the server never says so', async () => {
  await run();
  challenge.broken = 'offline';
  await pass(3 * MINUTE);
  expect(last()).toEqual({ stage: 'ended', ending: 'expired', way: 'image' });
  const asked = challenge.questions.length;
  await pass(MINUTE);
  expect(challenge.questions).toHaveLength(asked);
});

test('a server in trouble is asked again, and the page says so meanwhile', async () => {
  challenge.broken = 503;
  await run();
  expect(last()).toMatchObject({ stage: 'shown', isReconnecting: true });
  challenge.broken = null;
  challenge.move('scanned');
  await pass(2 * SECOND);
  expect(last()).toMatchObject({ stage: 'shown', isReconnecting: false, status: { state: 'scanned' } });
});

test('an image that another tab has replaced ends', async () => {
  challenge.broken = 404;
  await run();
  expect(last()).toEqual({ stage: 'ended', ending: 'superseded', way: 'image' });
});

test('a session that cannot be opened ends it', async () => {
  finish.mockResolvedValue('not-finished');
  await run();
  challenge.move('approved');
  await pass(0);
  expect(last()).toEqual({ stage: 'ended', ending: 'not-finished', way: 'image' });
  expect(leave).not.toHaveBeenCalled();
});

test('a page that is left asks no more', async () => {
  await run();
  running.abort();
  await pass(MINUTE);
  expect(challenge.questions).toHaveLength(1);
  expect(last()).toMatchObject({ stage: 'shown' });
});

test('an unread image is renewed a few times without announcement, then ends', async () => {
  await run(2);
  for (const count of [2, 3]) {
    challenge.move('expired');
    await pass(0);
    expect(starts).toBe(count);
  }
  expect(last()).toMatchObject({ stage: 'shown', status: { state: 'waiting' } });
  expect(views.map(({ stage }) => stage)).not.toContain('ended');
  challenge.move('expired');
  await pass(0);
  expect(starts).toBe(3);
  expect(last()).toEqual({ stage: 'ended', ending: 'expired', way: 'image' });
});

test('an image that the phone has read is not renewed', async () => {
  await run(2);
  challenge.move('scanned');
  await pass(0);
  challenge.move('expired');
  await pass(0);
  expect(starts).toBe(1);
  expect(last()).toEqual({ stage: 'ended', ending: 'expired', way: 'image' });
});
