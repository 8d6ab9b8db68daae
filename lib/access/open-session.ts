import type { AuditFact } from '../audit/audit-event';
import type { AccessPorts, RequestOrigin } from './access-ports';
import { generateSessionId, type SignedIn } from './session';
import type { User } from './user';

/**
 * Opens a session for somebody who has just proved who they are.
 * @param fact how they did, for the audit log
 */
export async function openSession(
  ports: AccessPorts,
  user: User,
  fact: Extract<AuditFact, { type: 'sign-in-succeeded' | 'phone-sign-in-succeeded' }>,
  origin: RequestOrigin,
): Promise<SignedIn> {
  const { userId, domain } = user;
  const now = ports.clock.now();
  const session = {
    id: generateSessionId(ports.random),
    userId,
    domain,
    createdAt: now,
    authenticatedAt: now,
    expiresAt: new Date(now.getTime() + ports.settings.sessionLifetimeMs),
  };
  await ports.sessions.create(session);
  await ports.audit.append({ ...fact, actor: { kind: 'user', userId }, subject: { userId, domain }, ...origin });
  return { session, user };
}
