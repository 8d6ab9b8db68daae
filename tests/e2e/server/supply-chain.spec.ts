import { expect } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DAY } from '@/lib/shared/time/duration';
import { Server } from '@/lib/kit/server/server';
import { names } from '@/lib/shared/names';
import { test } from '../fixtures/test';
import { templateDirectory } from '../../support/databases/template';
import { repository } from '../../support/repository';

const CONTACTS = ['mailto:security@example.org', 'https://example.org/report'];

test('RFC 9116 §2.5, §3: security.txt names the operator’s contacts in order, its end and its own address', async () => {
  const env = { TESSERA_SECURITY_CONTACT: CONTACTS.join(',') };
  const server = await Server.start({ template: templateDirectory(), env });
  try {
    const address = `${server.url}/.well-known/security.txt`;
    const answer = await fetch(address, { redirect: 'error' });
    expect(answer.status).toBe(200);
    // §3: plain text, in UTF-8.
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const text = await answer.text();
    // §2.2, §4: each field on a line of its own, ended by a line feed.
    expect(text).toMatch(/^(?:[A-Z][\w-]*: \S[^\n]*\n)+$/);
    const fields = text
      .trimEnd()
      .split('\n')
      .map((line) => line.split(': ') as [string, string]);
    const valuesOf = (name: string) => fields.filter(([field]) => field === name).map(([, value]) => value);
    // §2.5.3: the first is preferred.
    expect(valuesOf('Contact')).toEqual(CONTACTS);
    // §2.5.2: the address at which this file is meant to be.
    expect(valuesOf('Canonical')).toEqual([address]);
    // §2.5.8: not more than once.
    expect(valuesOf('Preferred-Languages')).toEqual(['en']);
    // §2.5.5: once, and less than a year ahead.
    const [expires = '', ...more] = valuesOf('Expires');
    expect(more).toEqual([]);
    expect(expires).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/);
    const ahead = Date.parse(expires) - Date.now();
    expect(ahead).toBeGreaterThan(30 * DAY);
    expect(ahead).toBeLessThan(365 * DAY);
  } finally {
    await server.dispose();
  }
});

test('the licences of everything that a visitor’s browser loads are one page, which asks for no sign-in', async ({
  server,
}) => {
  const answer = await fetch(`${server.url}/licences.txt`, { redirect: 'error' });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  const page = await answer.text();
  for (const name of ['react', 'lucide-react', '@simplewebauthn/browser']) {
    const folder = join(repository, 'node_modules', name);
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    expect(page).toContain(`\n${name} ${version}`);
  }
  const bill = JSON.parse(readFileSync(join(repository, '.next', 'sbom.cdx.json'), 'utf8')) as { components: object[] };
  expect(bill.components.length).toBeGreaterThan(150);
});

test('the foot of a page leads to the licences of what the site is made of', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('contentinfo').getByRole('link', { name: names.area.licences }).click();
  await expect(page).toHaveURL('/licences.txt');
});
