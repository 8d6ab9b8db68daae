import { expect } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { AGENT, test, useOneSpan } from '../fixtures/onespan-test';
import { openSession } from '../flows/open-session';

const { operation } = names;

useOneSpan({
  freeLicences: [
    { type: 'DAL10', unit: '', count: 120 },
    { type: 'DAL10', unit: 'Branch North', count: 12 },
  ],
});

test('an administrator sees which units run out of licences, and the metrics have it for a monitoring system', async ({
  page,
  server,
}) => {
  const metrics = async () => (await fetch(`${server.url}/api/metrics`)).text();
  await expect.poll(metrics).toContain('tessera_free_licences{type="DAL10",unit="Branch North"} 12');
  await openSession(page, AGENT);
  await page.goto('/helpdesk/status');
  const table = page.getByRole('table', { name: operation.freeLicences });
  await expect(table.getByRole('row')).toHaveCount(3);
  await expect(table.getByRole('row', { name: /None/ })).toContainText('120');
  await expect(table.getByRole('row', { name: /Branch North/ })).toContainText('12');
  await expect(page.getByText('Few licences are left.')).toBeVisible();
  expect(await findAccessibilityViolations(page)).toEqual([]);
});
