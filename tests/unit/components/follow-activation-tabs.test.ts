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

describe('in a tab that cannot be seen', () => {
  it('a hidden tab does not poll, and polls at once when shown', async () => {
    const server = new PlayedServer();
    const { tab, last } = follow(server);
    await pass(5);
    tab.show(false);
    await pass(0);
    expect(server.held).toBe(0);
    await pass(200);
    expect(server.questions).toHaveLength(1);
    server.move({ state: 'scanned' });
    tab.show(true);
    await pass(0);
    expect(last()?.status.state).toBe('scanned');
    expect(server.questions[1]).toEqual({ at: 205, after: AT_ONCE });
  });

  it('a tab that starts hidden polls only when it is shown', async () => {
    const server = new PlayedServer();
    const tab = new PlayedBrowser(server).openTab();
    tab.show(false);
    follow(server, tab);
    await pass(60);
    expect(server.questions).toHaveLength(0);
    tab.show(true);
    await pass(0);
    expect(server.questions[0]).toEqual({ at: 60, after: AT_ONCE });
  });

  it('a tab polls at once when the network has returned', async () => {
    const server = new PlayedServer();
    server.fault = 'unreachable';
    const { tab, last } = follow(server);
    await pass(20);
    const before = server.questions.length;
    server.fault = null;
    tab.show(true);
    await pass(0);
    expect(server.questions.length).toBe(before + 2);
    expect(last()?.phase).toBe('following');
  });

  it('a tab does not poll after it was stopped', async () => {
    const server = new PlayedServer();
    const { stop, tab, seen } = follow(server);
    await pass(1);
    stop();
    server.move({ state: 'scanned' });
    tab.show(true);
    await pass(120);
    expect(server.questions).toHaveLength(1);
    expect(server.held).toBe(0);
    expect(seen).toEqual([]);
  });
});

describe('in several tabs', () => {
  it('only one of several tabs polls, and all follow', async () => {
    const server = new PlayedServer();
    const browser = new PlayedBrowser(server);
    const tabs = [browser.openTab(), browser.openTab(), browser.openTab()].map((tab) => follow(server, tab));
    await pass(120);
    expect(server.mostHeld).toBe(1);
    expect(server.questions.length).toBeLessThanOrEqual(6);
    server.move({ state: 'scanned' });
    await pass(0);
    expect(tabs.map(({ last }) => last()?.status.state)).toEqual(['scanned', 'scanned', 'scanned']);
    server.move({ state: 'active', expiresAt: null });
    await pass(0);
    expect(tabs.map(({ last }) => last()?.phase)).toEqual(['finished', 'finished', 'finished']);
    await pass(120);
    expect(server.held).toBe(0);
  });

  it('another tab polls when the polling one is hidden', async () => {
    const server = new PlayedServer();
    const browser = new PlayedBrowser(server);
    const first = follow(server, browser.openTab());
    const second = follow(server, browser.openTab());
    await pass(5);
    first.tab.show(false);
    await pass(0);
    expect(server.held).toBe(1);
    server.move({ state: 'scanned' });
    await pass(0);
    expect(second.last()?.status.state).toBe('scanned');
    first.tab.show(true);
    await pass(0);
    expect(server.held).toBe(1);
    second.tab.show(false);
    await pass(0);
    expect(server.held).toBe(1);
  });

  it('another tab polls when the polling one is closed', async () => {
    const server = new PlayedServer();
    const browser = new PlayedBrowser(server);
    const first = follow(server, browser.openTab());
    const second = follow(server, browser.openTab());
    await pass(5);
    first.stop();
    await pass(0);
    server.move({ state: 'linked' });
    await pass(0);
    expect(second.last()?.status.state).toBe('linked');
  });

  it('a tab that is shown again learns what it missed', async () => {
    const server = new PlayedServer();
    const browser = new PlayedBrowser(server);
    follow(server, browser.openTab());
    await pass(1);
    const old = server.answer();
    server.move({ state: 'scanned' });
    await pass(0);
    const seen: ActivationFollowing[] = [];
    followActivation(old, browser.openTab().environment, (following) => seen.push(following));
    await pass(0);
    expect(seen.at(-1)?.status.state).toBe('scanned');
    expect(server.mostHeld).toBe(1);
  });

  it('every tab shows a lost connection', async () => {
    const server = new PlayedServer();
    const browser = new PlayedBrowser(server);
    server.fault = 'unreachable';
    const tabs = [browser.openTab(), browser.openTab()].map((tab) => follow(server, tab));
    await pass(5);
    expect(tabs.map(({ last }) => last()?.phase)).toEqual(['reconnecting', 'reconnecting']);
  });

  it('each tab polls by itself where tabs cannot communicate', async () => {
    const server = new PlayedServer();
    const browser = new PlayedBrowser(server);
    const tabs = [browser.openTab(false), browser.openTab(false)].map((tab) => follow(server, tab));
    await pass(1);
    server.move({ state: 'scanned' });
    await pass(0);
    expect(tabs.map(({ last }) => last()?.status.state)).toEqual(['scanned', 'scanned']);
  });
});
