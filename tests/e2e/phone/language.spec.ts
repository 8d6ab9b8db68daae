import { expect, type Page } from '@playwright/test';
import { CATALOGUES } from '@/lib/shared/language/catalogues';
import type { Message } from '@/lib/shared/language/t';
import { goOffline } from '../flows/offline-activation';
import { test } from '../fixtures/test';

const { de: german } = CATALOGUES;

const say = (page: Page) => ({
  button: (name: Message) => page.getByRole('button', { name: german[name], exact: true }),
  heading: (name: Message) => page.getByRole('heading', { level: 1, name: german[name] }),
});

test('the app speaks the phone’s language, also without a network', async ({ phoneBrowser, server }) => {
  const phone = await phoneBrowser.newPhone({ baseURL: server.url, locale: 'de-DE' });
  const phonePage = await phone.newPage();
  const { button, heading } = say(phonePage);
  await phonePage.goto('/authenticator');
  await expect(heading('Welcome')).toBeVisible();

  await goOffline(phonePage);
  await expect(heading('Welcome')).toBeVisible();
  await button('Scan code').click();
  await expect(heading('Scan the activation image')).toBeVisible();
  await button('Type the values').click();
  await expect(heading('Type the values')).toBeVisible();
  await button('Continue').click();
  await expect(phonePage.getByText(german['Fill in all four fields.'])).toBeVisible();
  await phone.close();
});
