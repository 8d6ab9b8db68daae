import type { Page } from '@playwright/test';
import { names } from '@/lib/shared/names';

/** `/helpdesk/audit` */
export function auditScreen(page: Page) {
  return {
    event: page.getByLabel(names.audit.event),
    search: page.getByRole('searchbox', { name: names.audit.search }),
    aboutUser: page.getByLabel(names.audit.aboutUser),
    doneBy: page.getByLabel(names.audit.doneBy),
    show: page.getByRole('button', { name: names.audit.show }),
    records: page.getByRole('table', { name: names.audit.records }).locator('tbody').getByRole('row'),
    older: page.getByRole('link', { name: names.audit.older }),
    newer: page.getByRole('link', { name: names.audit.newer }),
    filters: page.getByRole('list', { name: names.audit.filters }).getByRole('link'),
    verify: page.getByRole('button', { name: names.audit.verify }),
    verdict: page.getByRole('status'),
    exportJsonLines: page.getByRole('link', { name: names.audit.exportJsonLines }),
  };
}
