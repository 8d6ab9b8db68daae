import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { followLoginRequests, type InboxEnvironment } from '@/components/phone/login/follow-login-requests';
import { GatewayFailure } from '@/lib/phone/gateway-failure';
import type { LoginInbox } from '@/lib/phone/login/fetch-login-requests';
import type { PushedLogin } from '@/lib/phone/login/login-steps';
import { HOUR, SECOND } from '@/lib/shared/time/duration';
import { pass } from './play-follow';
import { PlayedBrowser, type PlayedTab } from './played-browser';
import { PlayedServer } from './played-server';

const request = (id: string): PushedLogin => ({
  way: 'push',
  id,
  instanceId: 'VDS1000042-1',
  message: new Uint8Array([1]),
  readUntil: 0,
  gateway: { gatewayUrl: 'https://gateway.example', gatewayId: 'A', frontEndKey: 'f' },
});

/** The gateway's side: holds a question until what waits differs from what is known, or for 25 s. */
class PlayedInbox {
  requests: PushedLogin[] = [];
  fault: 'unreachable' | 'unknown-phone' | 'busy' | null = null;
  questions: { known: readonly string[] | null; held: boolean }[] = [];
  #wake = new Set<() => void>();

  put(...requests: PushedLogin[]): void {
    this.requests = requests;
    for (const wake of this.#wake) wake();
  }

  get held(): number {
    return this.#wake.size;
  }

  ask = async (known: readonly string[] | null, signal: AbortSignal): Promise<LoginInbox | null> => {
    const question = { known, held: false };
    this.questions.push(question);
    if (this.fault === 'unreachable') throw new GatewayFailure('unreachable');
    if (this.fault === 'unknown-phone') return null;
    const isNews = () => known?.join() !== this.requests.map(({ id }) => id).join();
    if (this.fault !== 'busy' && !isNews()) {
      question.held = true;
      await new Promise<void>((resolve, reject) => {
        const giveUp = () => {
          this.#wake.delete(wake);
          reject(new DOMException('aborted', 'AbortError'));
        };
        const wake = () => {
          this.#wake.delete(wake);
          signal.removeEventListener('abort', giveUp);
          resolve();
        };
        this.#wake.add(wake);
        setTimeout(wake, 25 * SECOND);
        signal.addEventListener('abort', giveUp);
      });
    }
    return { requests: [...this.requests], retryAfterMs: this.fault === 'busy' ? 10 * SECOND : null };
  };
}

let inbox: PlayedInbox;
let browser: PlayedBrowser;
let called: string[];
let retracted: string[];

beforeEach(() => {
  vi.useFakeTimers();
  inbox = new PlayedInbox();
  browser = new PlayedBrowser(new PlayedServer());
  [called, retracted] = [[], []];
});
afterEach(() => vi.useRealTimers());

function follow(tab: PlayedTab = browser.openTab(), mayNotify = true) {
  const seen: (readonly PushedLogin[])[] = [];
  const environment: InboxEnvironment = {
    ...tab.environment,
    ask: inbox.ask,
    mayNotify: () => mayNotify,
    announce: ({ id }) => called.push(id),
    retract: ({ id }) => retracted.push(id),
  };
  const stop = followLoginRequests(environment, (requests) => seen.push(requests));
  return { tab, stop, last: () => seen.at(-1)?.map(({ id }) => id) };
}

test('the person is called once for each request, and no more when it is gone', async () => {
  const { last } = follow();
  await pass(5);
  inbox.put(request('a'));
  await pass(0);
  expect(last()).toEqual(['a']);
  await pass(60);
  inbox.put(request('b'), request('a'));
  await pass(0);
  expect(called).toEqual(['a', 'b']);
  inbox.put(request('b'));
  await pass(0);
  expect(last()).toEqual(['b']);
  expect(retracted).toEqual(['a']);
});

test('one question at a time, and about two a minute while nothing happens', async () => {
  follow();
  await pass(600);
  expect(inbox.questions.length).toBeLessThanOrEqual(26);
  expect(inbox.held).toBe(1);
});

describe('out of sight', () => {
  test('a hidden tab goes on polling where notifications can reach the user', async () => {
    const { tab } = follow();
    tab.show(false);
    await pass(90);
    inbox.put(request('a'));
    await pass(0);
    expect(called).toEqual(['a']);
  });

  test('a hidden tab without notifications does not poll, and polls when shown', async () => {
    const { tab, last } = follow(browser.openTab(), false);
    await pass(1);
    tab.show(false);
    await pass(0);
    expect(inbox.held).toBe(0);
    const before = inbox.questions.length;
    await pass(HOUR / SECOND);
    expect(inbox.questions).toHaveLength(before);
    inbox.put(request('a'));
    tab.show(true);
    await pass(0);
    expect(last()).toEqual(['a']);
  });

  test('a question that may have been lost is not waited for on return', async () => {
    const { tab } = follow();
    await pass(5);
    tab.show(false);
    tab.show(true);
    await pass(0);
    expect(inbox.questions).toHaveLength(3);
    expect(inbox.held).toBe(1);
  });
});

describe('several tabs', () => {
  test('one asks, all know, and the person is called once', async () => {
    const [first, second] = [follow(), follow()];
    await pass(30);
    expect(inbox.held).toBe(1);
    inbox.put(request('a'));
    await pass(0);
    expect([first.last(), second.last()]).toEqual([['a'], ['a']]);
    expect(called).toEqual(['a']);
    const late = follow();
    await pass(0);
    expect(late.last()).toEqual(['a']);
    first.stop();
    await pass(1);
    expect(inbox.held).toBe(1);
    inbox.put();
    await pass(0);
    expect([second.last(), late.last()]).toEqual([[], []]);
    expect(called).toEqual(['a']);
  });

  test('each tab asks for itself where there are no locks', async () => {
    const alone = follow(browser.openTab(false));
    inbox.put(request('a'));
    await pass(0);
    expect(alone.last()).toEqual(['a']);
  });
});

describe('trouble', () => {
  test('the polling resumes at once when the network is back, also in a hidden tab', async () => {
    inbox.fault = 'unreachable';
    const { tab, last } = follow();
    await pass(600);
    tab.show(false);
    await pass(1);
    inbox.fault = null;
    inbox.put(request('a'));
    tab.regainNetwork();
    await pass(0);
    expect(last()).toEqual(['a']);
  });

  test('the polling backs off while the server fails, up to a minute', async () => {
    inbox.fault = 'unreachable';
    const { last } = follow();
    await pass(60);
    expect(inbox.questions.length).toBeLessThanOrEqual(8);
    await pass(600);
    expect(inbox.questions.length).toBeLessThanOrEqual(20);
    inbox.fault = null;
    inbox.put(request('a'));
    await pass(61);
    expect(last()).toEqual(['a']);
  });

  test('a gateway that holds too many is asked as seldom as it wishes', async () => {
    inbox.fault = 'busy';
    follow();
    await pass(60);
    expect(inbox.questions.length).toBeLessThanOrEqual(8);
  });

  test('a gateway that does not know the phone is asked again every five minutes', async () => {
    inbox.fault = 'unknown-phone';
    follow();
    await pass(1_000);
    expect(inbox.questions).toHaveLength(4);
  });
});

test('the polling ends when it is stopped', async () => {
  const { stop } = follow();
  await pass(1);
  stop();
  await pass(HOUR / SECOND);
  expect(inbox.questions).toHaveLength(2);
  expect(inbox.held).toBe(0);
});
