import { ownContext } from '../../audit/audit-context';
import type { AccountPorts } from '../account-ports';
import type { RequestOrigin } from '../../shared/request-origin';
import type { SignedIn } from './session';

export async function signOut(ports: AccountPorts, { session, user }: SignedIn, origin: RequestOrigin): Promise<void> {
  await ports.sessions.revoke(session.id, ports.clock.now());
  await ports.audit.append({ type: 'signed-out', ...ownContext(user, origin) });
}

/** Ends every session of the user, including this one. */
export async function signOutEverywhere(ports: AccountPorts, { user }: SignedIn, origin: RequestOrigin): Promise<void> {
  const { userId, domain } = user;
  const sessions = await ports.sessions.revokeAll(userId, domain, null, ports.clock.now());
  await ports.audit.append({ type: 'signed-out-everywhere', sessions, ...ownContext(user, origin) });
}
