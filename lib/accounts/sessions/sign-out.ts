import type { AccessPorts } from '../access-ports';
import type { RequestOrigin } from '../../shared/request-origin';
import type { SignedIn } from './session';

export async function signOut(ports: AccessPorts, { session, user }: SignedIn, origin: RequestOrigin): Promise<void> {
  const { userId, domain } = user;
  await ports.sessions.revoke(session.id, ports.clock.now());
  await ports.audit.append({
    type: 'signed-out',
    actor: { kind: 'user', userId },
    subject: { userId, domain },
    ...origin,
  });
}

/** Ends every session of the person, this one too. */
export async function signOutEverywhere(ports: AccessPorts, { user }: SignedIn, origin: RequestOrigin): Promise<void> {
  const { userId, domain } = user;
  const sessions = await ports.sessions.revokeAll(userId, domain, null, ports.clock.now());
  const about = { actor: { kind: 'user', userId }, subject: { userId, domain }, ...origin } as const;
  await ports.audit.append({ type: 'signed-out-everywhere', sessions, ...about });
}
