import { expect } from '@playwright/test';
import { openSession } from '../flows/open-session';
import { startActivation } from '../flows/start-activation';
import { activationScreen } from '../screens/activation-screen';
import { test } from '../fixtures/test';

test('a screen reader is told each step once, and not the seconds: the timer is no live region', async ({
  page,
  account,
  phone,
  line,
}) => {
  await openSession(page, account);
  await startActivation(page);
  const screen = activationScreen(page);
  for (const live of ['polite', 'assertive']) expect(await screen.timeLeft.getAttribute('aria-live')).not.toBe(live);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const live = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]';
    new MutationObserver((mutations) => {
      for (const { target } of mutations) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest(live);
        const text = region?.textContent?.trim();
        if (text && heard.at(-1) !== text) heard.push(text);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  const activate = line.hold('MdlActivate');
  const scanning = phone.scan(page);
  await activate.arrival.opened;
  await expect(screen.currentStep).toContainText('PIN');
  activate.release.open();
  await scanning;
  await expect(screen.activated).toBeVisible();

  const heard = await page.evaluate<string[]>('heard');
  expect(heard.join('\n')).toMatch(/activated/i);
  expect(heard.length).toBeLessThanOrEqual(6);
  expect(new Set(heard).size).toBe(heard.length);
  expect(heard.filter((text) => /\d:\d\d/.test(text))).toEqual([]);
});
