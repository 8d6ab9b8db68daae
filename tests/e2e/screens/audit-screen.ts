import type { Page } from '@playwright/test';

/** `/helpdesk/audit` */
export function auditScreen(page: Page) {
  return {
    event: page.getByLabel('Event'),
    concerns: page.getByLabel('Concerns'),
    doneBy: page.getByLabel('Done by'),
    show: page.getByRole('button', { name: 'Show records' }),
    records: page.getByRole('region', { name: 'Records' }).getByRole('listitem'),
    older: page.getByRole('link', { name: 'Older' }),
    newest: page.getByRole('link', { name: 'Newest' }),
    verify: page.getByRole('button', { name: 'Verify audit log' }),
    verdict: page.getByRole('status'),
    exportJsonLines: page.getByRole('link', { name: 'Export as JSON lines' }),
  };
}
