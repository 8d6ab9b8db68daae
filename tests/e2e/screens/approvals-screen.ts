import type { Page } from '@playwright/test';

/** `/helpdesk/approvals` */
export function approvalsScreen(page: Page) {
  const requests = page.getByRole('list', { name: 'Requests' }).getByRole('listitem');
  return {
    /** @param userId whom it is about */
    request(userId: string) {
      const request = requests.filter({ has: page.getByRole('link', { name: userId, exact: true }) });
      return {
        card: request,
        approve: request.getByRole('button', { name: 'Approve' }),
        decline: request.getByRole('button', { name: 'Decline' }),
        note: request.getByLabel('Note to the agent'),
      };
    },
  };
}
