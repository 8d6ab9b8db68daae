import { expect, type Page } from '@playwright/test';
import { enterPin, PHONE_PIN } from '../flows/phone-activation';
import { phoneApp } from '../screens/phone-app';
import { test } from '../fixtures/test';

const NOT_SAVED = 'That was not saved: this browser can’t save data right now.';

/** Lets the browser store nothing more, or delete nothing more. @returns puts it right again */
async function refuse(phonePage: Page, method: 'put' | 'delete'): Promise<() => Promise<void>> {
  await phonePage.evaluate((name) => {
    const { prototype } = IDBObjectStore;
    const works = prototype[name];
    Object.assign(prototype, {
      [name]: () => {
        throw new DOMException('planted', 'QuotaExceededError');
      },
      heal: () => Object.assign(prototype, { [name]: works }),
    });
  }, method);
  return () => phonePage.evaluate(() => (IDBObjectStore.prototype as IDBObjectStore & { heal(): void }).heal());
}

test('a browser that cannot save says so, claims no new PIN and no removal, and the phone works as before', async ({
  activatedPhone: phonePage,
}) => {
  const app = phoneApp(phonePage);
  const openSettings = async () => {
    await app.settings.click();
    await expect(app.changePin).toBeVisible();
  };
  await openSettings();
  await app.changePin.click();
  await enterPin(phonePage, PHONE_PIN);
  // What a right PIN saves itself is saved by then.
  await expect(app.newPin).toBeVisible();
  let heal = await refuse(phonePage, 'put');
  await app.newPin.fill('284617');
  await app.pinAgain.fill('284617');
  await expect(phonePage.getByText(NOT_SAVED)).toBeVisible();
  await expect(phonePage.getByText('PIN changed.')).toBeHidden();
  await heal();

  await app.remove.click();
  // The old PIN is still the right one.
  await enterPin(phonePage, PHONE_PIN);
  await expect(app.confirmRemove).toBeVisible();
  heal = await refuse(phonePage, 'delete');
  await app.confirmRemove.click();
  await expect(phonePage.getByText(NOT_SAVED)).toBeVisible();
  await heal();
  await app.back.click();
  await expect(app.heading('Your accounts')).toBeVisible();
  await expect(app.settings).toBeVisible();
});
