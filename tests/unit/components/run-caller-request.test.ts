import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StaffRefusalCode } from '@/components/staff/helpdesk/staff-refusal-words';
import { createServerClock } from '@/components/site/following/server-clock';
import {
  runCallerRequest,
  type CallerAsked,
  type CallerRequestView,
} from '@/components/staff/helpdesk/reissue/run-caller-request';
import type { CallerRequestKey } from '@/lib/shared/identifiers/caller-request-id';
import type { CallerRequestStatus } from '@/lib/helpdesk/caller-check/follow-caller-request';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import type { FormState } from '@/lib/shared/form-state';

const KEY = '0'.repeat(32) as CallerRequestKey;
const START = Date.parse('2026-05-04T10:00:00Z');

let views: CallerRequestView[];
let running: AbortController;

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  views = [];
  running = new AbortController();
});

afterEach(() => {
  running.abort();
  vi.useRealTimers();
});

function status(version: number, changes: Partial<CallerRequestStatus> = {}): CallerRequestStatus {
  const times = { expiresAt: new Date(START + MINUTE).toISOString(), serverTime: new Date().toISOString() };
  return {
    id: KEY,
    version,
    state: 'waiting',
    reason: null,
    instanceId: null,
    ...times,
    retryAfterMs: null,
    ...changes,
  };
}

/** @param answers to the page's questions, one after the other; the last one to all that follow */
async function run(
  answers: readonly (() => Response)[],
  asked: CallerAsked | FormState<StaffRefusalCode> = {
    status: 'asked',
    number: '42',
    words: 'amber falcon',
    askedBy: 'Ann Agent, IT Service Desk',
    timeLimitMs: 90 * SECOND,
    image: null,
    typedKey: null,
    request: status(0),
  },
): Promise<void> {
  let questions = 0;
  const environment = {
    fetch: async () => answers[Math.min(questions++, answers.length - 1)]?.() ?? new Response('', { status: 500 }),
    clock: createServerClock(() => performance.now()),
    monotonicNow: () => performance.now(),
    random: () => 0.5,
    setTimer(callback: () => void, milliseconds: number) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
  };
  void runCallerRequest(
    environment,
    async () => asked,
    (view) => views.push(view),
    running.signal,
  );
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
}

const said = () => {
  const last = views.at(-1);
  return last?.stage === 'ended' ? last.words : last;
};

test('the check shows the number while the phone is busy, and the confirming device at the end', async () => {
  const confirmed = status(2, { state: 'approved', instanceId: 'VDS1000042-1' });
  await run([() => Response.json(status(1, { state: 'scanned' })), () => Response.json(confirmed)]);
  expect(views).toMatchObject([
    { stage: 'asking' },
    { stage: 'asked', number: '42', status: { state: 'waiting' } },
    { stage: 'asked', number: '42', status: { state: 'scanned' } },
    { stage: 'confirmed', confirmation: { key: KEY, instanceId: 'VDS1000042-1' } },
  ]);
});

test('the check shows what the phone answered', async () => {
  await run([() => Response.json(status(1, { state: 'refused', reason: 'not-me' }))]);
  expect(said()).toContain('says they are not calling');
});

test('the check shows that no phone answered, also when the server never says so', async () => {
  await run([() => Response.json(status(1, { state: 'expired' }))]);
  expect(said()).toContain('No phone answered within 90 seconds');
  await run([() => Response.json(status(0, { retryAfterMs: 5 * SECOND }))]);
  expect(said()).toContain('No phone answered within 90 seconds');
});

test('the check goes on over a failing server', async () => {
  await run([
    () => new Response('', { status: 503 }),
    () => Response.json(status(1, { state: 'refused', reason: 'wrong-number' })),
  ]);
  expect(views).toContainEqual(expect.objectContaining({ stage: 'asked', isReconnecting: true }));
  expect(said()).toContain('typed a wrong number');
});

test('the check shows why phones were not asked', async () => {
  await run([], { status: 'refused', code: 'asked-too-often' });
  expect(said()).toContain('Too many checks');
});
