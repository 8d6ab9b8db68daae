import { expect } from '@playwright/test';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { isWholeRun } from '../../support/rounds';
import { staffAccount } from '../fixtures/accounts';
import { openSession } from '../flows/open-session';
import { PAGES } from '../accounts/permission-matrix';
import { test } from '../fixtures/test';

const WIDTHS = isWholeRun ? [320, 768, 1280] : [320, 1280];

test('the staff pages fit every screen, pass the audit, violate no policy, and prefetch no page', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    // That a page of what does not exist is answered with 404 is told there, too.
    const { url } = message.location();
    const isMissing = url.includes('0'.repeat(32));
    if (message.type() === 'error' && !isMissing) complaints.push(`${message.text()} ${url}`);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if ('next-router-prefetch' in request.headers()) complaints.push(`prefetch of ${request.url()}`);
  });
  for (const role of ['helpdesk-agent', 'helpdesk-approver', 'auditor', 'administrator'] as const) {
    // Each page once, with the first role that may see it.
    const own = PAGES.filter(({ path, for: roles }) => /^\/(helpdesk|administration)/.test(path) && roles[0] === role);
    if (own.length === 0) continue;
    await openSession(page, staffAccount(role));
    for (const { path } of own) {
      await page.goto(path);
      expect.soft(await findAccessibilityViolations(page), path).toEqual([]);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect.soft(overflow, `${path} at ${width}`).toBe(0);
      }
    }
    await page.context().clearCookies();
  }
  expect(complaints).toEqual([]);
});
