import { expect } from '@playwright/test';
import { decodeWithZxing } from '../../support/images/decode-with-zxing';
import { staffAccount } from '../fixtures/accounts';
import { choosePin, enterPin, PHONE_PIN } from '../flows/phone-activation';
import { openSession } from '../flows/open-session';
import { openActivation } from '../flows/request-activation';
import { typeNumber } from '../flows/scan-sign-in';
import { startPhoneSignIn } from '../flows/start-phone-sign-in';
import { activationScreen } from '../screens/activation-screen';
import { phoneApp } from '../screens/phone-app';
import { reissueScreen } from '../screens/staff/reissue-screen';
import { test } from '../fixtures/test';
import { expectPairs, placedStates, type Screens } from './screen-pairs';

test('page and phone never ask for what the other does not show: activation, sign-in and a call to the helpdesk', async ({
  page,
  account,
  phonePage: phone,
  signInPage,
}) => {
  const app = phoneApp(phone);
  const walked = new Set<string>();
  const hold = async (state: Parameters<typeof expectPairs>[0], screens: Screens) => {
    walked.add(state);
    await expectPairs(state, screens);
  };
  await openSession(page, account);
  // One that the person cancels on the phone, then one to the end.
  await openActivation(page);
  await phone.goto(await decodeWithZxing(await page.screenshot()));
  await expect(app.heading('Is this you?')).toBeVisible();
  await hold('activation: asked', { page, phone });
  await app.activateThisPhone.click();
  await expect(app.newPin).toBeVisible();
  await app.cancel.click();
  await app.confirmCancel.click();
  await expect(app.heading('Cancelled')).toBeVisible();
  await expect(activationScreen(page).newImage).toBeVisible();
  await hold('activation: cancelled on the phone', { page, phone });

  await openActivation(page);
  await phone.goto('about:blank');
  await phone.goto(await decodeWithZxing(await page.screenshot()));
  await hold('activation: asked', { page, phone });
  await app.activateThisPhone.click();
  await hold('activation: PIN', { page, phone });
  await choosePin(phone);
  await expect(activationScreen(page).activated).toBeVisible();
  await expect(app.heading('This phone is activated')).toBeVisible();
  await hold('activation: active', { page, phone });
  await app.showOneTimePassword.click();

  const { shot, number } = await startPhoneSignIn(signInPage);
  await phone.goto('about:blank');
  await phone.goto(await decodeWithZxing(shot));
  await enterPin(phone, PHONE_PIN);
  await expect(app.number).toBeVisible();
  await hold('sign-in: asked', { page: signInPage, phone });
  await typeNumber(phone, number);
  await expect(app.heading('Signed in')).toBeVisible();
  await hold('sign-in: done', { page: signInPage, phone });
  await app.done.click();

  const agent = signInPage;
  await agent.context().clearCookies();
  await openSession(agent, staffAccount('helpdesk-agent'));
  await agent.goto(`/helpdesk/users/${account.userId}/reissue`);
  const form = reissueScreen(agent);
  await form.reason.selectOption('New phone');
  await form.ticket.fill('T-12');
  await form.askPhone.click();
  await app.openRequest.click();
  await app.pin.or(app.number).first().waitFor();
  if (await app.pin.isVisible()) await enterPin(phone, PHONE_PIN);
  await expect(app.number).toBeVisible();
  await expect(form.wordsForCaller).toBeVisible();
  await hold('caller check: asked', { page: agent, phone });
  expect([...walked].toSorted()).toEqual(placedStates());
});
