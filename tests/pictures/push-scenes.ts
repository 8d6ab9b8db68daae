import type { Page } from '@playwright/test';
import { PagePush } from '@/lib/kit/playwright/page-push';
import { PushService } from '@/lib/kit/push/push-service';
import type { Server } from '@/lib/kit/server/server';
import { deviceNotificationNames } from '@/lib/shared/names/device-names';
import { turnNotificationsOn } from '../e2e/flows/phone-activation';
import { phoneApp } from '../e2e/screens/phone-app';
import { setPermission } from '../support/browser/set-permission';
import { readAccount } from './copy-scenes';

let service: PushService | null = null;

/** Opens the push service of the scenes. @returns its host, for the server's settings */
export async function openPushService(): Promise<string> {
  service = await PushService.open();
  return new URL(service.url).host;
}

export async function closePushService(): Promise<void> {
  await service?.close();
}

type Activate = (page: Page) => Promise<void>;

/** The settings of an account whose phone is reached while its app is closed. */
export const seeReachedSettings =
  (activate: Activate) =>
  async (page: Page, server: Server): Promise<void> => {
    await reach(page, server, activate);
    await phoneApp(page).settings.click();
    await phoneApp(page).turnNotificationsOff.scrollIntoViewIfNeeded();
  };

/** The settings of an account in a browser that was told to notify of nothing. */
export const seeBlockedSettings =
  (openSettings: Activate) =>
  async (page: Page): Promise<void> => {
    await openSettings(page);
    await setPermission(page, 'notifications', 'denied');
    const blocked = page.getByText('Blocked: ');
    await blocked.waitFor();
    await blocked.scrollIntoViewIfNeeded();
  };

/** The device's page on the website, after a test notification. */
export const seeTestedDevice =
  (activate: Activate) =>
  async (page: Page, server: Server): Promise<void> => {
    const phonePage = await page.context().newPage();
    await reach(phonePage, server, activate);
    const { instanceId } = await phonePage.evaluate(readAccount);
    await page.goto(`/authenticators/${instanceId}`);
    await page.getByRole('button', { name: deviceNotificationNames.sendTest }).click();
    await page.getByText('Handed to the phone’s notification service').waitFor();
  };

async function reach(phonePage: Page, server: Server, activate: Activate): Promise<void> {
  if (!service) throw new TypeError('the push service is not open');
  await PagePush.connect(phonePage, service, server.url);
  await activate(phonePage);
  await phoneApp(phonePage).showOneTimePassword.click();
  await turnNotificationsOn(phonePage);
}
