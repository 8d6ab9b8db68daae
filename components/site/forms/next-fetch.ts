import { retryWhileBusy, type RetryTiming } from '@/lib/shared/async/retry';
import { PAGE_BUILD_HEADER } from '@/lib/shared/page-build';

/**
 * The `fetch` of Next.js. It says of which build the page is, and retries: server actions and navigations wait for a busy server
 * instead of failing. Long polls and calls of the phone app have back-offs of their own, so these are not retried here.
 * @param buildId of the page; not there yet when the script begins
 */
export function nextFetch(fetchOnce: typeof fetch, buildId: () => string, timing: RetryTiming): typeof fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers);
    const isOfNext = headers.has('rsc') || headers.has('next-action');
    if (input instanceof Request || !isOfNext) return fetchOnce(input, init);
    headers.set(PAGE_BUILD_HEADER, buildId());
    return retryWhileBusy(() => fetchOnce(input, { ...init, headers }), timing);
  };
}
