import type { FollowEnvironment, OtherTabs } from './follow-environment';
import { createServerClock } from './server-clock';
import { onSignedOut } from './signed-out-elsewhere';

function monotonicNow(): number {
  return performance.now();
}

/** One per visit, so that the server clock keeps its offset from page to page. */
export const browserEnvironment: FollowEnvironment = {
  fetch: (address, signal) => fetch(address, { signal, cache: 'no-store', headers: { accept: 'application/json' } }),
  clock: createServerClock(monotonicNow),
  monotonicNow,
  random: Math.random,
  setTimer(callback, milliseconds) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
  isVisible: () => document.visibilityState === 'visible',
  onReturnOrLeave(listener) {
    const onPageShow = (event: PageTransitionEvent): void => {
      if (event.persisted) listener();
    };
    document.addEventListener('visibilitychange', listener);
    window.addEventListener('online', listener);
    window.addEventListener('pageshow', onPageShow);
    const stopHearing = onSignedOut(listener);
    return () => {
      document.removeEventListener('visibilitychange', listener);
      window.removeEventListener('online', listener);
      window.removeEventListener('pageshow', onPageShow);
      stopHearing();
    };
  },
  onOffline(listener) {
    window.addEventListener('offline', listener);
    return () => window.removeEventListener('offline', listener);
  },
  tabs: otherTabs(),
};

/**
 * Leader election needs Web Locks, which exist in secure contexts only, and BroadcastChannel: without the channel, tabs
 * that wait for the lock would learn nothing.
 */
function otherTabs(): OtherTabs | null {
  if (typeof navigator === 'undefined' || !('locks' in navigator) || typeof BroadcastChannel === 'undefined')
    return null;
  return {
    async runAlone(name, signal, task) {
      try {
        await navigator.locks.request(name, { signal }, task);
      } catch {
        // Aborted while waiting, or locks are forbidden (a sandboxed frame): then every tab polls for itself.
        if (!signal.aborted) await task();
      }
    },
    join(name, onMessage) {
      const channel = new BroadcastChannel(name);
      channel.addEventListener('message', (event) => onMessage(event.data));
      return { post: channel.postMessage.bind(channel), close: channel.close.bind(channel) };
    },
  };
}
