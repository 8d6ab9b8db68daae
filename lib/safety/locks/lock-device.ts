import { auditContext } from '../../audit/audit-context';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { RequestOrigin } from '../../shared/request-origin';
import { isOfDomain, requesterActor, requesterKey, type Requester } from '../../accounts/users/requester';
import { findOwnAuthenticator } from '../../devices/find-own-authenticator';
import { lockForSafety, type SafetyLockPorts } from '../../devices/locks/lock-and-hold';
import { refuse, type Result } from '../../shared/result';

/**
 * Locks a user's device. It only reduces access, so it needs no approval.
 * @throws GatewayError if the gateway fails
 */
export async function lockDevice(
  ports: SafetyLockPorts,
  agent: Requester,
  { userId, domain }: UserKey,
  instanceId: string,
  origin: RequestOrigin,
): Promise<Result<null, 'not-found' | 'not-offered'>> {
  if (!isOfDomain(agent, { domain })) return refuse('not-found');
  if (ports.directory.capabilities.lock !== true) return refuse('not-offered');
  const device = await findOwnAuthenticator(ports.directory, { userId, domain }, instanceId);
  if (!device) return refuse('not-found');
  const fact = { type: 'device-locked-by-helpdesk', instanceId, requestId: null } as const;
  const event = { ...fact, ...auditContext(requesterActor(agent), { userId, domain }, origin) };
  return lockForSafety(ports, { userId, domain }, instanceId, 'helpdesk', requesterKey(agent).userId, [event]);
}
