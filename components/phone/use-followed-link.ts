import { useEffect, useEffectEvent, useLayoutEffect } from 'react';
import { readActivationLink } from '@/lib/phone/scanning/classify-code';
import { isOnLink, clearLink } from './app-history';

/**
 * What happens with a link that is followed while something else is on the screen.
 * @param link what it leads to; null for none
 * @param onArrival called once for each
 */
export function useFollowedLink(link: string | null, onArrival: (link: string) => void): void {
  const arrive = useEffectEvent(onArrival);
  useEffect(() => {
    if (link !== null) arrive(link);
  }, [link]);
}

/**
 * What a link for this device carries, if one was followed since the last call. It is taken out of the address at once, so
 * that it stays neither on screen nor in the history.
 * @returns null when none was followed, and an empty text when it carries nothing that can be read
 */
export function takeFollowedLink(): string | null {
  const { href } = window.location;
  const heard = (window as { followedLinks?: string[] }).followedLinks?.splice(0) ?? [];
  if (isOnLink()) heard.push(href);
  clearLink();
  const link = heard.findLast((address) => new URL(address).hash.length > 1);
  if (link === undefined) return null;
  const text = readActivationLink(link);
  return text.ok ? text.value : '';
}

/** Hands over what links for this device carry: the one that has opened the app, and those followed since. */
export function useLinks(onLink: (fragment: string) => void): void {
  const tell = useEffectEvent(onLink);
  // Before the first picture, so that a link does not show another screen first.
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
