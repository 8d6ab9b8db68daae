import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AT_ONCE } from '@/components/site/following/fetch-status';
import { followActivation, type ActivationFollowing } from '@/components/site/activation/following/follow-activation';
import { follow, pass } from './play-follow';
import { PlayedBrowser } from './played-browser';
import { PlayedServer } from './played-server';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const PORTAL = new Response('<html>Welcome to the hotel</html>');

describe('when the network fails', () => {
  it('the page shows that it is reconnecting, and backs off from 1 s to 5 s', async () => {
    const server = new PlayedServer();
    server.fault = 'unreachable';
    const { last } = follow(server);
    await pass(60);
    expect(last()?.phase).toBe('reconnecting');
    expect(server.questions.map(({ at }) => at)).toEqual([0, 1, 3, 7, 12, 17, 22, 27, 32, 37, 42, 47, 52, 57]);
  });

  it('the first answer ends the reconnecting', async () => {
    const server = new PlayedServer();
    server.fault = 503;
    const { last } = follow(server);
    await pass(2);
    expect(last()?.phase).toBe('reconnecting');
    server.fault = null;
    server.move({ state: 'linked' });
    await pass(2);
    expect(last()).toMatchObject({ status: { state: 'linked' }, phase: 'following' });
  });

  it('the page honours Retry-After of an overloaded server, up to a minute', async () => {
    const server = new PlayedServer();
    server.fault = 503;
    server.retryAfterSeconds = 10;
    follow(server);
    await pass(9);
    server.retryAfterSeconds = 3_600;
    await pass(62);
    expect(server.questions.map(({ at }) => at)).toEqual([0, 10, 70]);
  });

  it('the back-off starts over with each answer, also one that only says when to retry', async () => {
    const server = new PlayedServer();
    server.fault = 'unreachable';
    follow(server);
    await pass(16);
    server.fault = 503;
    server.retryAfterSeconds = 2;
    await pass(4);
    const before = server.questions.length;
    server.fault = 'unreachable';
    await pass(3);
    expect(server.questions.slice(0, before).map(({ at }) => at)).toEqual([0, 1, 3, 7, 12, 17, 19]);
    expect(server.questions.slice(before).map(({ at }) => at)).toEqual([21, 23]);
  });

  it('the page shows the outcome within seconds, however often the server is killed', async () => {
    const server = new PlayedServer();
    const { last } = follow(server);
    // Down for four and a half seconds and up for one and a half, again and again.
    for (let kills = 0; kills < 4; kills++) {
      server.kill();
      if (kills === 0) server.move({ state: 'linked' });
      await pass(4.5);
      server.fault = null;
      await pass(1.5);
    }
    expect(last()).toMatchObject({ status: { state: 'linked' } });
  });

  it('an answer that nothing has changed ends the reconnecting', async () => {
    const server = new PlayedServer();
    const { last } = follow(server);
    server.fault = 503;
    await pass(26);
    expect(last()?.phase).toBe('reconnecting');
    server.fault = null;
    server.retryAfterMs = 25_000;
    await pass(2);
    expect(last()).toMatchObject({ status: { state: 'issued', version: 2 }, phase: 'following' });
  });

  it('the pauses between retries vary by a fifth either way', async () => {
    const server = new PlayedServer();
    server.fault = 'unreachable';
    const tab = new PlayedBrowser(server).openTab();
    tab.environment.random = () => 0;
    follow(server, tab);
    await pass(0.9);
    expect(server.questions.map(({ at }) => at)).toEqual([0, 0.8]);
  });

  it('the poll times out after 35 s', async () => {
    const server = new PlayedServer();
    const tab = new PlayedBrowser(server).openTab();
    let asked = 0;
    const silent = (_address: string, signal: AbortSignal): Promise<Response> => {
      asked++;
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
    };
    const seen: ActivationFollowing[] = [];
    followActivation(server.answer(), { ...tab.environment, fetch: silent }, (following) => seen.push(following));
    await pass(34.9);
    expect(seen).toEqual([]);
    await pass(1.2);
    expect(seen.at(-1)?.phase).toBe('reconnecting');
    expect(asked).toBe(2);
  });

  it('an answer of another server counts as a failure', async () => {
    const server = new PlayedServer();
    const tab = new PlayedBrowser(server).openTab();
    const seen: ActivationFollowing[] = [];
    followActivation(server.answer(), { ...tab.environment, fetch: () => Promise.resolve(PORTAL) }, (following) =>
      seen.push(following),
    );
    await pass(0);
    expect(seen.at(-1)?.phase).toBe('reconnecting');
  });

  it.each([
    [401, 'signed-out'],
    [403, 'not-available'],
    [404, 'not-available'],
  ] as const)('the polling stops for good at %i: %s', async (status, phase) => {
    const server = new PlayedServer();
    server.fault = status;
    const { last } = follow(server);
    await pass(120);
    expect(last()?.phase).toBe(phase);
    expect(server.questions).toHaveLength(1);
  });
});

describe('when the time is over', () => {
  it('the page polls a few times after the expiry, then never again', async () => {
    const server = new PlayedServer(60_000);
    const { last } = follow(server);
    await pass(3_600);
    expect(last()?.phase).toBe('finished');
    expect(server.questions.filter(({ at }) => at >= 60).map(({ after }) => after)).toEqual([
      AT_ONCE,
      AT_ONCE,
      AT_ONCE,
      AT_ONCE,
    ]);
    expect(server.questions.at(-1)?.at).toBeLessThan(90);
  });

  it('the page learns from the server that the activation has expired', async () => {
    const server = new PlayedServer(60_000);
    const { last } = follow(server);
    await pass(60.5);
    server.move({ state: 'expired', expiresAt: null });
    await pass(0);
    expect(last()).toMatchObject({ status: { state: 'expired' }, phase: 'finished' });
  });

  it('the page goes on when a step has extended the expiry', async () => {
    const server = new PlayedServer(60_000);
    const { last } = follow(server);
    await pass(50);
    server.move({
      state: 'scanned',
      expiresAt: new Date(Date.parse(server.status.expiresAt ?? '') + 120_000).toISOString(),
    });
    await pass(100);
    expect(last()?.phase).toBe('following');
    server.move({ state: 'active', expiresAt: null });
    await pass(0);
    expect(last()?.status.state).toBe('active');
  });

  it('the polling stops after the expiry also when the server is unreachable', async () => {
    const server = new PlayedServer(10_000);
    server.fault = 'unreachable';
    const { last } = follow(server);
    await pass(600);
    expect(last()?.phase).toBe('finished');
  });

  it('the countdown follows the server’s clock, whatever the browser’s says', async () => {
    vi.setSystemTime(new Date('1999-12-31T00:00:00Z'));
    const server = new PlayedServer(60_000);
    const { last } = follow(server);
    await pass(30);
    vi.setSystemTime(new Date('2040-01-01T00:00:00Z'));
    await pass(29);
    expect(last()?.phase).toBe('following');
    await pass(60);
    expect(last()?.phase).toBe('finished');
  });
});

it('the page shows at once that the network is gone, and polls when it is back', async () => {
  const server = new PlayedServer();
  const { tab, last } = follow(server);
  await pass(1);
  tab.loseNetwork();
  expect(last()?.phase).toBe('reconnecting');
  const asked = server.questions.length;
  tab.show(true);
  await pass(1);
  expect(server.questions.length).toBeGreaterThan(asked);
  expect(last()?.phase).toBe('following');
});
