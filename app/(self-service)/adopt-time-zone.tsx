'use client';

import { useEffect } from 'react';
import { nameOfToday } from '@/lib/shared/time/time-zone';
import { adoptTimeZoneAction } from './profile/actions';

/** For somebody without a time zone of their own: takes the browser's. @param sites which needs no choice */
export function AdoptTimeZone({ sites }: { sites: string }) {
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (nameOfToday(zone) === nameOfToday(sites)) return;
    const form = new FormData();
    form.set('timeZone', zone);
    // Whoever is not reached now is asked again by the next page.
    adoptTimeZoneAction(undefined, form).catch(() => null);
  }, [sites]);
  return null;
}
