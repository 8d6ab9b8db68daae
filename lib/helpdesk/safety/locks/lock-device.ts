import { auditContext } from '../../../audit/audit-context';
import type { RequestOrigin } from '../../../shared/request-origin';
import {
  inDomainOf,
  requesterActor,
  requesterKey,
  type NamedUser,
  type Requester,
} from '../../../accounts/users/requester';
import { findOwnAuthenticator } from '../../../devices/find-own-authenticator';
import { lockForSafety, type SafetyLockPorts } from '../../../devices/locks/lock-and-hold';
import { refuse, type Result } from '../../../shared/result';

/**
 * Locks a user's device. It only reduces access, so it needs no approval.
 * @throws GatewayError if the gateway fails
 */
export async function lockDevice(
  ports: SafetyLockPorts,
  agent: Requester,
  named: NamedUser,
  instanceId: string,
  origin: RequestOrigin,
): Promise<Result<null, 'not-found' | 'not-offered'>> {
  if (ports.directory.capabilities.lock !== true) return refuse('not-offered');
  const owner = inDomainOf(agent, named);
  const device = await findOwnAuthenticator(ports.directory, owner, instanceId);
  if (!device) return refuse('not-found');
  const fact = { type: 'device-locked-by-helpdesk', instanceId, requestId: null } as const;
  const event = { ...fact, ...auditContext(requesterActor(agent), owner, origin) };
  return lockForSafety(ports, owner, instanceId, 'helpdesk', requesterKey(agent).userId, [event]);
}
