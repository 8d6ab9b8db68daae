import { vi } from 'vitest';
import { followActivation, type ActivationFollowing } from '@/components/site/activation/following/follow-activation';
import { PlayedBrowser, type PlayedTab } from './played-browser';
import type { PlayedServer } from './played-server';

/** Follows the played server's activation in a tab, and keeps what is shown. */
export function follow(server: PlayedServer, tab: PlayedTab = new PlayedBrowser(server).openTab()) {
  const seen: ActivationFollowing[] = [];
  const stop = followActivation(server.answer(), tab.environment, (following) => seen.push(following));
  return { seen, stop, tab, last: () => seen.at(-1) };
}

export function pass(seconds: number): Promise<unknown> {
  return vi.advanceTimersByTimeAsync(seconds * 1_000);
}
