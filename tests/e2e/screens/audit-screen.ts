import type { Page } from '@playwright/test';

/** `/helpdesk/audit` */
export function auditScreen(page: Page) {
  return {
    event: page.getByLabel('Event'),
    search: page.getByRole('searchbox', { name: 'Search records' }),
    aboutUser: page.getByLabel('About user'),
    doneBy: page.getByLabel('Done by'),
    show: page.getByRole('button', { name: 'Show records' }),
    records: page.getByRole('table', { name: 'Records' }).locator('tbody').getByRole('row'),
    older: page.getByRole('link', { name: 'Older' }),
    newer: page.getByRole('link', { name: 'Newer' }),
    filters: page.getByRole('list', { name: 'Filters' }).getByRole('link'),
    verify: page.getByRole('button', { name: 'Verify audit log' }),
    verdict: page.getByRole('status'),
    exportJsonLines: page.getByRole('link', { name: 'Export as JSON lines' }),
  };
}
