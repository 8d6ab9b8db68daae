import type { Page } from '@playwright/test';

/** A server action as it went over the line. */
export type RecordedAction = { url: string; headers: Record<string, string>; data: Buffer };

/** Opens the page, presses the button, and keeps what the browser sent, without who sent it. */
export async function recordAction(page: Page, path: string, button: string): Promise<RecordedAction> {
  await page.goto(path);
  const [request] = await Promise.all([
    page.waitForRequest((sent) => sent.method() === 'POST' && 'next-action' in sent.headers()),
    page.getByRole('button', { name: button }).click(),
  ]);
  const { cookie: _own, 'content-length': _length, ...headers } = await request.allHeaders();
  const data = request.postDataBuffer();
  if (!data) throw new TypeError('the browser sent nothing');
  return { url: request.url(), headers: onlyNames(headers), data };
}

/** Without what HTTP/2 calls headers and no client may set. */
function onlyNames(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(':')));
}
