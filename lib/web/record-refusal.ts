import 'server-only';
import type { Permission } from '../access/permission';
import type { SignedIn } from '../access/session';
import { services } from '../services';
import { requestOrigin } from './request-origin';

/** Keeps in mind that somebody who is signed in reached for what they may not do. */
export async function recordRefusal({ user: { userId, domain } }: SignedIn, permission: Permission): Promise<void> {
  const { auditTally } = await services();
  await auditTally.count(`permission-refused:${permission}:${userId}@${domain}`, {
    type: 'permission-refused',
    permission,
    actor: { kind: 'user', userId },
    subject: { userId, domain },
    ...(await requestOrigin()),
  });
}
