import { useEffectEvent, useLayoutEffect } from 'react';
import { takeFollowedLink } from './take-followed-link';

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
