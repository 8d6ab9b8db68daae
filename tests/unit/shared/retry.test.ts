import { describe, expect, it } from 'vitest';
import { retryWhileBusy } from '@/lib/shared/async/retry';
import { nextFetch } from '@/components/site/forms/next-fetch';
import { PAGE_BUILD_HEADER } from '@/lib/shared/page-build';

const busy = (seconds: string) => new Response('busy', { status: 503, headers: { 'retry-after': seconds } });

/** A server that answers in this order, and how long its client has waited before each further request. */
function served(answers: Response[]) {
  const waits: number[] = [];
  let sent = 0;
  const send = async () => answers[sent++] ?? new Response('done');
  let time = 0;
  const waiting = {
    random: () => 0.5,
    now: () => time,
    pause: async (milliseconds: number) => {
      waits.push(milliseconds);
      time += milliseconds;
    },
  };
  return { send, waiting, waits, sent: () => sent };
}

describe('a request to a server that has too much to do', () => {
  it('a refused request is repeated after the server’s pause plus a random share', async () => {
    const { send, waiting, waits } = served([busy('2'), busy('4')]);
    expect(await (await retryWhileBusy(send, waiting)).text()).toBe('done');
    expect(waits).toEqual([2_500, 5_000]);
  });

  it('a request is given up after half a minute', async () => {
    const { send, waiting, waits } = served(Array.from({ length: 100 }, () => busy('4')));
    expect((await retryWhileBusy(send, waiting)).status).toBe(503);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(30_000);
  });

  it('a request is given up after eight tries, however short the pauses are', async () => {
    const { send, waiting, sent } = served(Array.from({ length: 100 }, () => busy('0')));
    await retryWhileBusy(send, waiting);
    expect(sent()).toBe(8);
  });

  it.each([
    ['no time to come back', new Response('', { status: 503 })],
    ['a date', busy('Thu, 26 Nov 2026 09:00:00 GMT')],
    ['years', busy('99999999')],
    ['another status', new Response('', { status: 500, headers: { 'retry-after': '1' } })],
  ])('a request is not repeated for %s', async (_name, answer) => {
    const { send, waiting, sent } = served([answer]);
    expect(await retryWhileBusy(send, waiting)).toBe(answer);
    expect(sent()).toBe(1);
  });
});

describe('what Next.js fetches in a page', () => {
  it.each([
    ['a form that is sent', { 'next-action': 'a1' }, 2],
    ['a link that is followed', { rsc: '1' }, 2],
    ['the status of an activation', {}, 1],
  ])('the request of Next.js for %s with %o is sent at most %i times', async (_name, headers, times) => {
    const { send, waiting, sent } = served([busy('1')]);
    await nextFetch(send, () => '17', waiting)('/somewhere', { headers });
    expect(sent()).toBe(times);
  });

  it('an action is told of which build its page is, beside what Next.js says to it', async () => {
    const told: Headers[] = [];
    const send: typeof fetch = async (_input, init) => {
      told.push(new Headers(init?.headers));
      return new Response('done');
    };
    const { waiting } = served([]);
    await nextFetch(send, () => '17', waiting)('/somewhere', { method: 'POST', headers: { 'next-action': 'a1' } });
    expect(told.map((headers) => [headers.get('next-action'), headers.get(PAGE_BUILD_HEADER)])).toEqual([['a1', '17']]);
  });
});
