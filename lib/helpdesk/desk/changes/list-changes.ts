import type { User } from '../../../accounts/users/user';
import { listOpenOfUsers, type OpenUserApproval } from '../../approvals/list-open';
import type { ChangePorts } from '../helpdesk-ports';
import type { Change } from './change-request';
import { CHANGES } from './changes';

/** A change that waits for a second person. */
export type ChangeApproval = Omit<OpenUserApproval<Change>, 'subject'> & Change;

/** Changes that wait in the reader's domain, oldest first. */
export async function listChanges(
  ports: Pick<ChangePorts, 'approvals' | 'clock'>,
  reader: User,
): Promise<ChangeApproval[]> {
  const open = await listOpenOfUsers(ports, CHANGES, reader);
  return open.map(({ subject, ...request }) => Object.assign(request, subject));
}
