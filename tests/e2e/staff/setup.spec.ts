import { expect, type Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { Server } from '@/lib/kit/server/server';
import { names } from '@/lib/shared/names';
import { alertIn } from '../../support/browser/alert-in';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { TestMailServer } from '../../support/servers/test-mail-server';
import { staffAccount } from '../fixtures/accounts';
import { test } from '../fixtures/isolated-test';
import { openSession } from '../flows/open-session';

const { setup } = names;

function setupScreen(page: Page) {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  return {
    heading: (name: string) => page.getByRole('heading', { level: 1, name }),
    steps: page.getByRole('list', { name: setup.steps }),
    step: (name: string) => page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) }),
    field: (name: string) => page.getByLabel(name, { exact: true }),
    button,
    save: button(setup.save),
    home: page.getByRole('banner').getByRole('link').first(),
  };
}

function logo(width = 60, height = 30): { name: string; mimeType: string; buffer: Buffer } {
  const png = new PNG({ width, height });
  for (let index = 0; index < png.data.length; index += 4) png.data.set([122, 31, 162, 255], index);
  return { name: 'logo.png', mimeType: 'image/png', buffer: PNG.sync.write(png) };
}

const accentOf = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--color-accent').trim());

test('an administrator goes from an unnamed site to the printed guide', async ({ page, server }) => {
  test.slow();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await openSession(page, staffAccount('administrator'));
  const screen = setupScreen(page);
  await page.goto('/helpdesk/status');
  await page.getByRole('link', { name: setup.title }).click();
  await expect(screen.heading(setup.title)).toBeVisible();
  await expect(screen.step(setup.name)).toContainText('Now:');
  expect(await findAccessibilityViolations(page)).toEqual([]);

  await page.getByRole('link', { name: setup.next }).click();
  await screen.field(setup.organisation).fill('Bank of Examples');
  // Before anything is saved.
  await expect(page.getByRole('region', { name: setup.preview })).toContainText('Bank of Exampl');
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await screen.save.click();
  await expect(screen.heading(setup.look)).toBeVisible();
  await expect(screen.home).toContainText('Bank of Examples');

  await screen.field(setup.logoFile).setInputFiles(logo());
  await screen.button(setup.saveLogo).click();
  await expect(screen.home.locator('img')).toBeVisible();
  const picture = await page.request.get((await screen.home.locator('img').getAttribute('src')) ?? '');
  expect(picture.headers()).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });

  // Yellow on white cannot be read: said while it is typed, and refused when it is sent all the same.
  await screen.field(setup.light).fill('#ffd400');
  await screen.save.click();
  await expect(screen.field(setup.light)).toHaveAttribute('aria-invalid', 'true');
  await expect(alertIn(page).filter({ hasText: 'below 4.5 to 1' }).first()).toBeVisible();
  expect(await accentOf(page)).toBe('#0a5960');
  await page.getByRole('button', { name: /^Use #/ }).click();
  const taken = await screen.field(setup.light).inputValue();
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await screen.save.click();
  await expect(screen.heading(setup.helpdesk)).toBeVisible();
  await page.reload();
  expect(await accentOf(page)).toBe(taken);

  await screen.field(setup.helpdeskName).fill('IT Service Desk');
  await screen.save.click();
  await expect(screen.field(setup.phone)).toBeFocused();
  await screen.field(setup.phone).fill('+49 30 1234567');
  await screen.save.click();
  await expect(screen.heading(setup.mail)).toBeVisible();

  // Without a mail server it is a file, which is said before.
  await expect(page.getByText('Emails reach nobody yet.')).toBeVisible();
  await screen.button(setup.sendTest).click();
  await expect(page.getByRole('status').filter({ hasText: 'The email was accepted.' })).toContainText('.eml');

  await page.goto('/administration/setup/gateway');
  await screen.button(setup.check).click();
  await expect(page.getByRole('status').filter({ hasText: 'In order' })).toContainText('gateway: answers');

  await page.goto('/administration/setup');
  for (const done of [setup.name, setup.look, setup.helpdesk, setup.mail, setup.gateway, setup.administrator])
    await expect(screen.step(done)).toContainText('Completed:');
  await expect(screen.step(setup.activation)).not.toContainText('Completed:');

  for (const [language, heading] of Object.entries({
    en: 'Activate your phone',
    de: 'Aktivieren Sie Ihr Telefon',
    fr: 'Activez votre téléphone',
    nl: 'Activeer uw telefoon',
  })) {
    await page.goto(`/administration/guide/${language}`);
    const guide = page.getByRole('article', { name: heading });
    await expect(guide).toHaveAttribute('lang', language);
    for (const text of [
      'Bank of Examples',
      server.url,
      `${server.url}/lost-phone`,
      'IT Service Desk',
      '+49 30 1234567',
    ])
      await expect(guide).toContainText(text);
    expect(await findAccessibilityViolations(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('banner')).toBeHidden();
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g), `${language} on one page`).toHaveLength(1);
    await page.emulateMedia({ media: null });
  }

  // What everybody sees, signed out too.
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await expect(screen.home).toContainText('Bank of Examples');
  await expect(page.getByText('+49 30 1234567').first()).toBeVisible();
  expect(await accentOf(page)).toBe(taken);
  expect(problems.filter((text) => /content security policy/i.test(text))).toEqual([]);
});

test('what is no logo is refused in words, and a large file before it is sent', async ({ page }) => {
  await openSession(page, staffAccount('administrator'));
  const screen = setupScreen(page);
  await page.goto('/administration/setup/look');
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'.padEnd(100));
  await screen.field(setup.logoFile).setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: svg });
  await screen.button(setup.saveLogo).click();
  await expect(alertIn(page).filter({ hasText: 'not a PNG' }).first()).toBeVisible();
  await screen.field(setup.logoFile).setInputFiles(logo(513, 8));
  await screen.button(setup.saveLogo).click();
  await expect(alertIn(page).filter({ hasText: 'more than 512 pixels' }).first()).toBeVisible();
  const large = { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.alloc(64 * 1_024 + 1) };
  await screen.field(setup.logoFile).setInputFiles(large);
  await expect(alertIn(page).filter({ hasText: 'larger than 64 KB' }).first()).toBeVisible();
  await expect(screen.home.locator('img')).toHaveCount(0);
});

test('of two administrators who save at once the second is told to look again', async ({ page, signInPage }) => {
  await openSession(page, staffAccount('administrator', 1));
  await openSession(signInPage, staffAccount('administrator', 2));
  await page.goto('/administration/setup/name');
  await signInPage.goto('/administration/setup/name');
  await setupScreen(page).field(setup.organisation).fill('First Bank');
  await setupScreen(page).save.click();
  await expect(setupScreen(page).heading(setup.look)).toBeVisible();
  await setupScreen(signInPage).field(setup.organisation).fill('Second Bank');
  await setupScreen(signInPage).save.click();
  await expect(signInPage.getByText('changed after you opened the page')).toBeVisible();
  await signInPage.goto('/administration/setup/name');
  await expect(setupScreen(signInPage).field(setup.organisation)).toHaveValue('First Bank');
});

test.describe('where the operator has said it, and mails go to a server', () => {
  test('the environment wins, and the mail server’s answer is shown', async ({ page, template }) => {
    const mails = await TestMailServer.open();
    const server = await Server.start({
      template,
      env: {
        TESSERA_ORGANISATION: 'Operator Bank',
        TESSERA_HELPDESK_CONTACT: 'name=Operator Desk; phone=+49 30 99',
        SMTP_URL: `smtp://127.0.0.1:${mails.port}`,
        MAIL_FROM: 'bank@example.org',
      },
    });
    try {
      const absolute = (path: string) => `${server.url}${path}`;
      await page.goto(absolute('/sign-in'));
      const { userId, password } = staffAccount('administrator');
      await page.getByLabel('User ID').fill(userId);
      await page.getByLabel('Password', { exact: true }).fill(password);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(page).not.toHaveURL(/sign-in/);
      await page.goto(absolute('/administration/setup/name'));
      const main = page.getByRole('main');
      await expect(main).toContainText('Fixed by the site’s settings');
      await expect(main).toContainText('TESSERA_ORGANISATION');
      await expect(setupScreen(page).save).toHaveCount(0);
      await expect(setupScreen(page).home).toContainText('Operator Bank');
      await page.goto(absolute('/administration/setup/helpdesk'));
      await expect(main).toContainText('Operator Desk · +49 30 99');

      await page.goto(absolute('/administration/setup/mail'));
      await setupScreen(page).button(setup.sendTest).click();
      await expect(page.getByRole('status').filter({ hasText: 'The email was accepted.' })).toContainText('250');
      expect(mails.received.at(-1)?.raw.replaceAll(/=\r?\n/g, '')).toContain('Operator Bank');
      mails.trouble = { at: 'recipient', how: 550 };
      await page.reload();
      await setupScreen(page).button(setup.sendTest).click();
      await expect(page.getByRole('status').filter({ hasText: 'refused it' })).toContainText('550');
    } finally {
      await server.dispose();
      await mails.close();
    }
  });
});

test('an auditor gets the ordinary refusal on every page of the first day', async ({ page }) => {
  await openSession(page, staffAccount('auditor'));
  for (const path of ['/administration/setup', '/administration/setup/name', '/administration/guide/en']) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(403);
  }
});
