import { retryWhileBusy, type RetryTiming } from '@/lib/shared/async/retry';

/**
 * What Next.js fetches with, so that a form that is sent and a link that is followed wait for a busy server instead of
 * failing. Everything else asks as often as it sees fit: what follows an activation and what the phone app calls have a
 * pace of their own, and what is fetched ahead of need can be missed.
 */
export function patientFetch(fetchOnce: typeof fetch, timing: RetryTiming): typeof fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers);
    const isNavigation = headers.has('rsc') && !headers.has('next-router-prefetch');
    if (input instanceof Request || !(isNavigation || headers.has('next-action'))) return fetchOnce(input, init);
    return retryWhileBusy(() => fetchOnce(input, init), timing);
  };
}
