import { useEffect, useEffectEvent, useLayoutEffect } from 'react';
import { readActivationLink } from '@/lib/phone/scanning/classify-code';
import { isOnLink, clearLink } from './app-history';

/**
 * Calls `onArrival` once for each link that is followed while another screen is shown.
 * @param link null for none
 */
export function useFollowedLink(link: string | null, onArrival: (link: string) => void): void {
  const arrive = useEffectEvent(onArrival);
  useEffect(() => {
    if (link !== null) arrive(link);
  }, [link]);
}

/**
 * Returns the text of the link that was last followed, and removes it from the address, so that it stays neither on screen nor
 * in the history.
 * @returns null when none was followed since the last call; an empty string when it is unreadable
 */
export function takeFollowedLink(): string | null {
  const { href } = window.location;
  const followedLink = (window as { followedLinks?: string[] }).followedLinks?.splice(0) ?? [];
  if (isOnLink()) followedLink.push(href);
  clearLink();
  const link = followedLink.findLast((address) => new URL(address).hash.length > 1);
  if (link === undefined) return null;
  const text = readActivationLink(link);
  return text.ok ? text.value : '';
}

/** Passes on the text of links: of the one that opened the app, and of those that are followed later. */
export function useLinks(onLink: (fragment: string) => void): void {
  const tell = useEffectEvent(onLink);
  // A layout effect, so that no other screen flashes up before the link's.
  useLayoutEffect(() => {
    const look = () => {
      const fragment = takeFollowedLink();
      if (fragment !== null) tell(fragment);
    };
    window.addEventListener('hashchange', look);
    look();
    return () => window.removeEventListener('hashchange', look);
  }, []);
}
