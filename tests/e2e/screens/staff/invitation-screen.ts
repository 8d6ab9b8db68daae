import type { Page } from '@playwright/test';
import { names } from '@/lib/shared/names';

/** `/helpdesk/invitations/{id}` */
export function invitationScreen(page: Page) {
  const progress = page.getByRole('list', { name: names.invitation.progress });
  return {
    heading: (name: string) => page.getByRole('heading', { name, level: 1 }),
    progress,
    /** Those that have been reached, in their order. */
    done: progress.getByRole('listitem').filter({ hasText: names.step.done }),
    askToRevoke: page.locator('summary').filter({ hasText: names.invitation.revoke }),
    revoke: page.getByRole('button', { name: names.invitation.revokeIt }),
    sendAgain: page.getByRole('link', { name: names.invitation.sendAgain }),
    copySummary: page.getByRole('button', { name: names.invitation.copySummary }),
    codeReadOut: page.getByLabel(names.invitation.codeReadOut),
    letIn: page.getByRole('button', { name: names.invitation.letIn }),
  };
}
