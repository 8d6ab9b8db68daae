import { retryWhileBusy, type RetryTiming } from '@/lib/shared/async/retry';

/**
 * The `fetch` of Next.js with retries: server actions and navigations wait for a busy server instead of failing. Long
 * polls and calls of the phone app have back-offs of their own, and prefetches are dispensable, so these are not
 * retried here.
 */
export function patientFetch(fetchOnce: typeof fetch, timing: RetryTiming): typeof fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers);
    const isNavigation = headers.has('rsc') && !headers.has('next-router-prefetch');
    if (input instanceof Request || !(isNavigation || headers.has('next-action'))) return fetchOnce(input, init);
    return retryWhileBusy(() => fetchOnce(input, init), timing);
  };
}
