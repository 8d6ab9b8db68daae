import { useEffect } from 'react';
import { siteHasChanged } from '@/components/site/following/site-has-changed';
import { HOUR } from '@/lib/shared/time/duration';
import type { SafeMoment } from './safe-moment';
import { perform } from './perform';

/**
 * Loads the app anew, at a safe moment, when its tab is shown again and the site has a newer version: phones keep tabs for
 * weeks. It asks once an hour at most.
 */
export function useNewVersion(safeMoment: SafeMoment): void {
  useEffect(() => {
    let askedAt = Date.now();
    async function look(): Promise<void> {
      if (document.hidden || Date.now() - askedAt < HOUR) return;
      askedAt = Date.now();
      if (await siteHasChanged()) safeMoment.wait(() => location.reload());
    }
    const shown = () => perform(look());
    document.addEventListener('visibilitychange', shown);
    return () => document.removeEventListener('visibilitychange', shown);
  }, [safeMoment]);
}
