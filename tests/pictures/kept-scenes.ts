import { devices, type Page } from '@playwright/test';
import { emptyBrowser, untilRemembered } from '../e2e/flows/empty-browser';
import { choosePin } from '../e2e/flows/phone-activation';
import { requestActivation } from '../e2e/flows/request-activation';
import { phoneApp } from '../e2e/screens/phone-app';

/** The page tells from now on that it is one in Safari, on the home screen or in a tab. */
async function poseAsIPhone(page: Page, isInstalled: boolean): Promise<void> {
  await page.addInitScript(pose, { userAgent: devices['iPhone 15'].userAgent, standalone: isInstalled });
}

function pose({ userAgent, standalone }: { userAgent: string; standalone: boolean }): void {
  Object.defineProperty(navigator, 'userAgent', { value: userAgent });
  Object.defineProperty(navigator, 'standalone', { value: standalone });
}

/** The first screen in a tab of an iPhone. */
export async function seeInstallFirst(page: Page): Promise<void> {
  await poseAsIPhone(page, false);
  await page.reload();
  await phoneApp(page).goOnInTab.waitFor();
}

export async function seeHomeScreen(page: Page): Promise<void> {
  await poseAsIPhone(page, true);
  await page.reload();
  await phoneApp(page).pasteLink.waitFor();
}

export async function pasteByHand(page: Page): Promise<void> {
  await seeHomeScreen(page);
  await phoneApp(page).pasteLink.click();
  await phoneApp(page).link.fill('https://example.com/');
  await phoneApp(page).continue.click();
  await phoneApp(page).refusal.waitFor();
}

export async function takeLinkAlong(page: Page): Promise<void> {
  const { link } = await requestActivation(page);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await poseAsIPhone(page, false);
  await page.goto(link);
  await phoneApp(page).copyLink.click();
  await phoneApp(page).notice.waitFor();
}

/** Activates in a tab of an iPhone, up to the success. */
async function activateInTab(page: Page): Promise<void> {
  const { link } = await requestActivation(page);
  await poseAsIPhone(page, false);
  await page.goto(link);
  const app = phoneApp(page);
  await app.goOnInTab.click();
  await app.activateThisPhone.click();
  await choosePin(page);
  await app.heading('This phone is activated').waitFor();
  await untilRemembered(page.context());
}

export async function seeRiskInSettings(page: Page): Promise<void> {
  await activateInTab(page);
  await phoneApp(page).showOneTimePassword.click();
  await phoneApp(page).settings.click();
  await page.getByRole('heading', { name: 'Storage' }).scrollIntoViewIfNeeded();
}

export async function seeRiskOfDevices(page: Page): Promise<void> {
  await activateInTab(page);
  await page.goto('/');
  await page.getByText('May be lost').first().waitFor();
}

export async function seeRiskOfDevice(page: Page): Promise<void> {
  await seeRiskOfDevices(page);
  await page
    .getByRole('region')
    .getByRole('link', { name: /iPhone/ })
    .first()
    .click();
  await page.getByText('This device may be lost').waitFor();
}

export async function seeEmptied(page: Page): Promise<void> {
  await activateInTab(page);
  await emptyBrowser(page);
  await phoneApp(page).lockDeleted.first().waitFor();
}

export async function lockEmptied(page: Page): Promise<void> {
  await seeEmptied(page);
  await phoneApp(page).lockDeleted.first().click();
  await page.getByText('is locked.').waitFor();
}
