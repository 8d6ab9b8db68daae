import type { Page } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { namePattern } from '@/lib/shared/names/name-pattern';

/** `/helpdesk/approvals` */
export function approvalsScreen(page: Page) {
  const requests = page.getByRole('list', { name: names.approvals.requests }).getByRole('listitem');
  return {
    /** @param userId whom it is about */
    request(userId: string) {
      const request = requests.filter({ has: page.getByText(userId, { exact: true }) });
      return {
        card: request,
        /** Where nobody can undo it. */
        confirmFinal: request.getByRole('checkbox', { name: namePattern(names.reissue.removeForGood) }),
        approve: request.getByRole('button', { name: names.approvals.approve }),
        decline: request.getByRole('button', { name: names.approvals.decline }),
        note: request.getByLabel(names.approvals.note),
      };
    },
  };
}
