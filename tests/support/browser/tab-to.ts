import { expect, type Locator, type Page } from '@playwright/test';

/** Presses Tab until the element has the focus. @returns the stops on the way, it included: role and name */
export async function tabTo(page: Page, target: Locator): Promise<string[]> {
  await expect(target).toBeVisible();
  const stops: string[] = [];
  for (let presses = 0; presses < 60; presses++) {
    if (
      await target.evaluate((element) => element === document.activeElement || element.contains(document.activeElement))
    )
      return stops;
    await page.keyboard.press('Tab');
    stops.push(await focusInWords(page));
  }
  throw new Error(`Tab does not reach ${target.toString()}`);
}

/** Role and name of what has the focus. */
export async function focusInWords(page: Page): Promise<string> {
  const focused = page.locator(':focus');
  if ((await focused.count()) === 0) return 'nothing';
  const [line = ''] = (await focused.ariaSnapshot()).split('\n');
  const [, role = '', name = ''] = /^- '?(\w+)(?: "((?:[^"\\]|\\.)*)"|: (.*))?/.exec(line) ?? [];
  return name === '' ? line.replace(/^- /, '') : `${role}, ${name}`;
}
