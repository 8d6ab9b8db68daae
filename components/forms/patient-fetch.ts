import { retryWhileBusy, type RetryTiming } from '@/lib/shared/async/retry';

/**
 * The `fetch` of Next.js with retries: server actions and navigations wait for a busy server instead of failing. Long
 * polls and calls of the phone app have back-offs of their own, so these are not retried here.
 */
export function patientFetch(fetchOnce: typeof fetch, timing: RetryTiming): typeof fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers);
    const isOfNext = headers.has('rsc') || headers.has('next-action');
    if (input instanceof Request || !isOfNext) return fetchOnce(input, init);
    return retryWhileBusy(() => fetchOnce(input, init), timing);
  };
}
