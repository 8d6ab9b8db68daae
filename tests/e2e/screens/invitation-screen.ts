import type { Page } from '@playwright/test';

/** `/helpdesk/invitations/{id}` */
export function invitationScreen(page: Page) {
  const progress = page.getByRole('list', { name: 'Invitation progress' });
  return {
    heading: (name: string) => page.getByRole('heading', { name, level: 1 }),
    progress,
    /** Those that have been reached, in their order. */
    done: progress.getByRole('listitem').filter({ hasText: 'Done:' }),
    askToRevoke: page.locator('summary').filter({ hasText: 'Revoke' }),
    revoke: page.getByRole('button', { name: 'Revoke invitation' }),
    sendAgain: page.getByRole('link', { name: 'Send again' }),
    copySummary: page.getByRole('button', { name: 'Copy summary for the ticket' }),
    codeReadOut: page.getByLabel('Code read out'),
    letIn: page.getByRole('button', { name: 'Let the caller in' }),
  };
}
