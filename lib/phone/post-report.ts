/** In milliseconds. Somebody waits to learn whether it arrived. */
const TIMEOUT = 10_000;

/**
 * Posts a report that a website takes from anybody. It says nothing of this browser's session, and follows no redirect: what a
 * network that wants a login answers is not the website's.
 * @returns the answer; null where there was none
 */
export async function postReport(url: string, report: object): Promise<Response | null> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(report),
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
    });
  } catch {
    return null;
  }
}
