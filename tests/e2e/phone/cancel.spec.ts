import { expect, type Page } from '@playwright/test';
import { Latch } from '@/lib/kit/latch';
import { addVirtualAuthenticator } from '../../support/phones/virtual-authenticator';
import {
  activateByLink,
  choosePin,
  enterPin,
  expectFirstScreen,
  openShownLinkOnPhone,
  PHONE_PIN,
} from '../flows/phone-activation';
import { activationScreen } from '../screens/activation-screen';
import { phoneApp } from '../screens/phone-app';
import { test } from '../fixtures/test';

test('a cancellation asks first at every step, also by the browser’s back, and ends the activation on both sides', async ({
  page,
  account,
  phonePage,
}) => {
  const app = phoneApp(phonePage);
  await addVirtualAuthenticator(phonePage, { hasPrf: true });
  await openShownLinkOnPhone(page, account, phonePage);
  await app.activateThisPhone.click();
  await expect(app.newPin).toBeVisible();
  await expectQuestions(phonePage);

  await choosePin(phonePage);
  await expect(app.skip).toBeVisible();
  await expectQuestions(phonePage);

  await phonePage.goBack();
  await app.confirmCancel.click();
  await expect(phonePage.getByText('the website has ended the activation')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Activation cancelled' })).toBeVisible();
  await expect(activationScreen(page).newImage).toBeVisible();
  await phonePage.goBack();
  await expectFirstScreen(phonePage);
  await phonePage.reload();
  await expect(app.heading('Welcome')).toBeVisible();
});

async function expectQuestions(phonePage: Page): Promise<void> {
  await expectCancelToAsk(phonePage);
  await expectBackToAsk(phonePage);
}

/** And keeping going leads back to the step. */
async function expectCancelToAsk(phonePage: Page): Promise<void> {
  const app = phoneApp(phonePage);
  const before = await app.anyHeading.textContent();
  await app.cancel.click();
  await app.keepGoing.click();
  await expect(app.anyHeading).toHaveText(before ?? '');
}

/** And going back once more withdraws the question. */
async function expectBackToAsk(phonePage: Page): Promise<void> {
  const app = phoneApp(phonePage);
  await phonePage.goBack();
  await expect(app.confirmCancel).toBeVisible();
  await phonePage.goBack();
  await expect(app.confirmCancel).toBeHidden();
}

test('a cancellation before the first connection leaves the site’s image, and a later one ends it', async ({
  page,
  account,
  phonePage,
}) => {
  const { link } = await openShownLinkOnPhone(page, account, phonePage);
  const app = phoneApp(phonePage);
  await app.cancel.click();
  await app.confirmCancel.click();
  await expect(phonePage.getByText('Nothing was sent')).toBeVisible();
  await app.done.click();
  await app.scanCode.click();
  await app.cancel.click();
  await app.keepGoing.click();
  await expect(app.heading('Scan the activation image')).toBeVisible();
  await app.cancel.click();
  await app.confirmCancel.click();
  await app.done.click();
  await expect(app.heading('Welcome')).toBeVisible();
  await expect(activationScreen(page).image).toBeVisible();

  await phonePage.goto(link);
  const held = new Latch();
  await phonePage.route('**/MdlAddDevice', async (route) => {
    if (/"deviceCode":"0{26}"/.test(route.request().postData() ?? '')) return route.continue();
    await held.opened;
    return route.continue().catch(() => undefined);
  });
  // Before its first connection the gateway knows nothing of a phone that could withdraw.
  const linking = phonePage.waitForRequest('**/MdlAddDevice');
  await app.activateThisPhone.click();
  await linking;
  await app.cancel.click();
  await app.confirmCancel.click();
  await expect(phonePage.getByText('the website has ended the activation')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Activation cancelled' })).toBeVisible();
  held.open();
});

test('the browser’s back goes from screen to screen, and leaves the app from its first one alone', async ({
  page,
  account,
  phonePage,
}) => {
  const app = phoneApp(phonePage);
  await phonePage.goto('/sign-in');
  await phonePage.goto('/authenticator');
  for (let round = 0; round < 2; round++) {
    await app.scanCode.click();
    await app.typeValues.click();
    await expect(app.heading('Type the values')).toBeVisible();
    await phonePage.goBack();
    await expect(app.heading('Scan the activation image')).toBeVisible();
    await phonePage.goBack();
    await expectFirstScreen(phonePage);
  }
  // A page that the browser has kept is not loaded again.
  await phonePage.goBack({ waitUntil: 'commit' });
  await expect(phonePage).toHaveURL(/\/sign-in$/);
  await phonePage.goForward({ waitUntil: 'commit' });
  await expect(app.heading('Welcome')).toBeVisible();

  await activateByLink(page, account, phonePage);
  await app.settings.click();
  await app.changePin.click();
  await enterPin(phonePage, PHONE_PIN);
  await app.newPin.fill('50718');
  for (const title of ['Settings', 'Your accounts']) {
    await phonePage.goBack();
    await expect(app.heading(title)).toBeVisible();
  }
});

test('a page that is left in the middle has ended the activation, also when the browser brings it back', async ({
  page,
  askingPhone: phonePage,
}) => {
  await phoneApp(phonePage).activateThisPhone.click();
  await expect(phoneApp(phonePage).newPin).toBeVisible();
  await phonePage.goto('/sign-in');
  await phonePage.goBack({ waitUntil: 'commit' });
  await expect(phoneApp(phonePage).heading('The activation was interrupted')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Activation cancelled' })).toBeVisible();
});
