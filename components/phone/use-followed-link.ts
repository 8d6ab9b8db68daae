import { useEffect, useEffectEvent } from 'react';

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
