import type { User } from '@/lib/accounts/users/user';
import { listRoleRequests } from '@/lib/helpdesk/administration/list-role-requests';
import { listApprovals } from '@/lib/helpdesk/desk/approvals/list-approvals';
import { listChanges } from '@/lib/helpdesk/desk/changes/list-changes';
import { listLifts } from '@/lib/helpdesk/safety/freeze/list-lifts';
import type { Services } from '@/lib/server/composition/compose';
import { listAccountRequests } from '@/lib/helpdesk/service-accounts/list-account-requests';
import type { Browser, SiteInProcess, Submitted } from './site-in-process';

const APPROVALS = 'app/(helpdesk)/helpdesk/approvals';

/** @property approve the export by which it is approved, and `decline` by which it is not, of `file` */
type Queue = {
  list: (services: Services, reader: User) => Promise<{ requestId: string; shown?: string }[]>;
  file: string;
  approve: string;
  decline: string;
};

const byId = (rows: readonly { id: string }[]) => rows.map(({ id }) => ({ requestId: id }));

/** What the page of approvals lists, with the actions by which it is decided there. */
export const QUEUES: readonly Queue[] = [
  {
    list: async ({ helpdesk }, reader) => byId(await listApprovals(helpdesk, reader)),
    file: `${APPROVALS}/actions.ts`,
    approve: 'approveAction',
    decline: 'declineAction',
  },
  {
    list: async ({ helpdesk }, reader) => byId(await listLifts(helpdesk, reader)),
    file: `${APPROVALS}/actions.ts`,
    approve: 'approveAction',
    decline: 'declineLiftAction',
  },
  {
    list: async ({ administration }, reader) =>
      administration ? byId(await listRoleRequests(administration, reader)) : [],
    file: `${APPROVALS}/role-actions.ts`,
    approve: 'approveRoleAction',
    decline: 'declineRoleAction',
  },
  {
    list: async ({ helpdesk }, reader) => byId(await listChanges(helpdesk, reader)),
    file: `${APPROVALS}/change-actions.ts`,
    approve: 'approveChangeAction',
    decline: 'declineChangeAction',
  },
  {
    list: async ({ serviceAccounts }, reader) => byId(await listAccountRequests(serviceAccounts, reader)),
    file: `${APPROVALS}/service-account-actions.ts`,
    approve: 'approveServiceAccountAction',
    decline: 'declineServiceAccountAction',
  },
];

export type Waiting = { queue: Queue; requestId: string };

/** What waits for a second person at a site in process. */
export class ApprovalQueues {
  readonly #site: SiteInProcess;

  constructor(site: SiteInProcess) {
    this.#site = site;
  }

  /** @returns the one request that waits since `act`; null if none does */
  async newRequest(reader: User, act: () => Promise<unknown>): Promise<Waiting | null> {
    const before = await this.#waiting(reader);
    await act();
    const added = (await this.#waiting(reader)).filter(
      ({ requestId }) => !before.some((one) => one.requestId === requestId),
    );
    if (added.length > 1) throw new Error(`one act asks for ${added.length} approvals`);
    return added[0] ?? null;
  }

  decide(browser: Browser, { queue, requestId }: Waiting, how: 'approve' | 'decline'): Promise<Submitted> {
    const fields = { requestId, note: 'Not known here' };
    return this.#site.submit(browser, queue.file, queue[how], fields);
  }

  async #waiting(reader: User): Promise<Waiting[]> {
    const waiting: Waiting[] = [];
    for (const queue of QUEUES)
      for (const row of await queue.list(this.#site.services, reader)) waiting.push({ queue, ...row });
    return waiting;
  }
}
