import 'server-only';
import { ownContext } from '../../../audit/audit-context';
import type { RequestOrigin } from '../../../shared/request-origin';
import type { Permission } from '../../../accounts/users/permission';
import type { SignedIn } from '../../../accounts/sessions/session';
import { services, type Services } from '../../composition/compose';
import { requestOrigin } from './request-trace';

/** Counts that a signed-in user tried something without permission. */
export async function recordRefusal(signedIn: SignedIn, permission: Permission): Promise<void> {
  await countRefusal(await services(), signedIn, permission, await requestOrigin());
}

/** The same in front of Next.js. */
export async function countRefusal(
  { auditTally }: Pick<Services, 'auditTally'>,
  { user: { userId, domain } }: SignedIn,
  permission: Permission,
  origin: RequestOrigin,
): Promise<void> {
  await auditTally.count(`permission-refused:${permission}:${userId}@${domain}`, {
    type: 'permission-refused',
    permission,
    ...ownContext({ userId, domain }, origin),
  });
}
