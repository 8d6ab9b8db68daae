import { chromium, expect, type Page, type Response } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserOptions } from '../../support/browser/browser-options';
import { readLoginLink } from '@/lib/shared/codes/login-code';
import { decodeWithZxing } from '../../support/images/decode-with-zxing';
import { dumpDatabase } from '../../support/databases/dump-database';
import { filesContaining } from '../../support/files-containing';
import type { Phone } from '../../support/phones/phone';
import { readCredentials } from '../flows/read-credentials';
import { openSession } from '../flows/open-session';
import { openActivation } from '../flows/request-activation';
import { startActivation } from '../flows/start-activation';
import { startPhoneSignIn } from '../flows/start-phone-sign-in';
import { test as isolated } from '../fixtures/isolated-test';
import { activationScreen } from '../screens/activation-screen';
import { devicesScreen } from '../screens/devices-screen';
import { test } from '../fixtures/test';

isolated(
  'an activation password is nowhere but in the one answer that shows it, and neither the browser’s secret nor the image’s key of a sign-in with the phone is kept anywhere',
  async ({ server, account, phone }) => {
    const profile = mkdtempSync(join(tmpdir(), 'tessera-profile-'));
    const context = await chromium.launchPersistentContext(profile, { ...browserOptions(), baseURL: server.url });
    const page = await context.newPage();
    await openSession(page, account);
    await openActivation(page);
    const { registrationIdentifier, activationPassword } = await readCredentials(page);
    const address = new URL(page.url());
    const isIn = (text: string) => text.includes(activationPassword);

    // While it is issued: sealed at rest.
    expect(filesContaining(server.dataDirectory, activationPassword)).toEqual([]);
    expect(filesContaining(server.dataDirectory, registrationIdentifier)).not.toEqual([]);

    const { code, output } = await phone.scan(page);
    expect(code, output).toBe(0);
    await expect(activationScreen(page).activated).toBeVisible();

    expect(isIn(output)).toBe(false);
    expect(isIn(await page.content())).toBe(false);
    expect(isIn(await (await page.request.get(address.href)).text())).toBe(false);
    const passing = await signInWithPhone(page, phone);
    await context.close();
    // Answers in the cache are compressed, their addresses are not.
    const cached = (text: string) => filesContaining(join(profile, 'Default', 'Cache'), text);
    expect(cached('/_next/static/')).not.toEqual([]);
    expect(cached(address.pathname)).toEqual([]);
    expect(filesContaining(profile, activationPassword)).toEqual([]);
    rmSync(profile, { recursive: true, force: true });

    await server.stop();
    expect(server.output).toContain('"msg":"stopping"');
    expect(isIn(server.output)).toBe(false);
    const rows = await dumpDatabase(server.dataDirectory);
    expect(rows).toContain(registrationIdentifier);
    expect(isIn(rows)).toBe(false);
    expect(rows).toContain('phone-sign-in-succeeded');
    for (const kept of passing) {
      expect(rows).not.toContain(kept);
      expect(server.output).not.toContain(kept);
    }
    for (const kept of [activationPassword, ...passing])
      expect(filesContaining(server.dataDirectory, kept)).toEqual([]);
  },
);

/** @returns the browser's secret and the image's key */
async function signInWithPhone(page: Page, phone: Phone): Promise<string[]> {
  const context = page.context();
  await context.clearCookies();
  const { shot, number } = await startPhoneSignIn(page);
  const challengeKey = readLoginLink(await decodeWithZxing(shot))?.challengeKey;
  if (challengeKey === undefined) throw new Error('the image cannot be read');
  const cookie = (await context.cookies()).find(({ name }) => name === 'tessera.phone');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
  const secret = cookie?.value ?? '';
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect((await phone.login(shot, number)).code).toBe(0);
  await expect(devicesScreen(page).heading).toBeVisible();
  expect((await context.cookies()).some(({ name }) => name === 'tessera.phone')).toBe(false);
  return [secret, challengeKey];
}

test('no answer that carries credentials may be kept', async ({ page, account }) => {
  await openSession(page, account);
  const answers: Response[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/activations/act-')) answers.push(response);
  });
  await startActivation(page);
  await readCredentials(page);
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const image = await page.request.get(`/api/activations/${id}/image.png`);
  expect(image.status()).toBe(200);
  expect(image.headers()['cache-control']).toContain('no-store');
  expect(answers.length).toBeGreaterThan(0);
  for (const answer of answers) expect(await answer.headerValue('cache-control'), answer.url()).toContain('no-store');
});
