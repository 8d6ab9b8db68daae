import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followActivation } from '@/components/site/activation/following/follow-activation';
import { follow, pass } from './play-follow';
import { PlayedBrowser } from './played-browser';
import { PlayedServer } from './played-server';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('while nothing happens', () => {
  it('the page polls at most three times a minute, with one request at a time', async () => {
    const server = new PlayedServer();
    follow(server);
    await pass(240);
    for (let minute = 0; minute < 4; minute++) {
      const asked = server.questions.filter(({ at }) => at >= minute * 60 && at < (minute + 1) * 60);
      expect(asked.length).toBeLessThanOrEqual(3);
      expect(asked.length).toBeGreaterThanOrEqual(2);
    }
    expect(server.mostHeld).toBe(1);
  });

  it('a poll asks for changes after the version that the page has', async () => {
    const server = new PlayedServer();
    follow(server);
    await pass(1);
    expect(server.questions).toEqual([{ at: 0, after: 2 }]);
  });

  it('a proxy that cuts the long poll short does not speed up the polling', async () => {
    const server = new PlayedServer();
    const tab = new PlayedBrowser(server).openTab();
    const impatient = async (address: string, signal: AbortSignal): Promise<Response> => {
      void server.fetch(address, signal).catch(() => null);
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      return Response.json(server.answer());
    };
    followActivation(server.answer(), { ...tab.environment, fetch: impatient }, () => {});
    await pass(120);
    expect(server.questions.length).toBeLessThanOrEqual(6);
  });

  it('the page waits as long as the server asks, plus or minus a fifth', async () => {
    const server = new PlayedServer();
    server.retryAfterMs = 4_000;
    for (const chance of [0, 0.5, 0.999]) {
      const tab = new PlayedBrowser(server).openTab();
      tab.environment.random = () => chance;
      follow(server, tab);
    }
    await pass(5);
    expect(server.questions.map(({ at }) => Number(at.toFixed(1)))).toEqual([0, 0, 0, 3.2, 4, 4.8]);
  });
});

describe('when the phone moves', () => {
  it('a step of the phone is shown at once, and the next poll follows at once', async () => {
    const server = new PlayedServer();
    const { last } = follow(server);
    await pass(3);
    server.move({ state: 'scanned' });
    await pass(0);
    expect(last()).toMatchObject({ status: { state: 'scanned' }, phase: 'following' });
    server.move({ state: 'verified' });
    await pass(0);
    expect(last()?.status.state).toBe('verified');
    expect(server.questions.map(({ after }) => after)).toEqual([2, 3, 4]);
  });

  it('the polling stops for good in a final state', async () => {
    const server = new PlayedServer();
    const { last, tab } = follow(server);
    await pass(3);
    server.move({ state: 'active', expiresAt: null, instanceId: 'VDS1000042-1' });
    await pass(0);
    expect(last()).toMatchObject({ status: { state: 'active' }, phase: 'finished' });
    tab.show(false);
    tab.show(true);
    await pass(120);
    expect(server.questions).toHaveLength(1);
  });

  it('an activation that is over from the start is not polled', async () => {
    const server = new PlayedServer();
    server.move({ state: 'cancelled', expiresAt: null });
    follow(server);
    await pass(60);
    expect(server.questions).toHaveLength(0);
  });

  it('the page never goes back to an older version', async () => {
    const server = new PlayedServer();
    const { last, tab } = follow(server);
    await pass(1);
    server.move({ state: 'scanned' });
    await pass(0);
    server.status = { ...server.status, version: 2, state: 'issued' };
    tab.show(true);
    await pass(0);
    expect(last()?.status.state).toBe('scanned');
  });
});
