import type { Page, Request } from '@playwright/test';

/**
 * Counts the script that a page receives, of its workers too; to be called before the page is opened. The parts that it
 * loads when nothing else is to be done are left out.
 * @returns ends it, and gives the bytes of each file as they were sent, without headers, for all that has finished
 */
export async function weighScript(page: Page): Promise<() => Promise<ReadonlyMap<string, number>>> {
  const sizes = new Map<string, number>();
  const measuring: Promise<void>[] = [];
  await page.addInitScript(() => (window.requestIdleCallback = () => 0));
  const measure = (request: Request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.endsWith('.js')) return;
    measuring.push(
      request
        .sizes()
        .then(({ responseBodySize }) => void sizes.set(pathname, Math.max(responseBodySize, sizes.get(pathname) ?? 0))),
    );
  };
  page.context().on('requestfinished', measure);
  return async () => {
    page.context().off('requestfinished', measure);
    await Promise.all(measuring);
    return sizes;
  };
}
