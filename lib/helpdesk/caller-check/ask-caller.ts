import { auditContext, userActor } from '../../audit/audit-context';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { RequestOrigin } from '../../shared/request-origin';
import { perPerson } from '../../accounts/sign-in/limits';
import { isSelf, type Principal } from '../../accounts/users/principal';
import { accept, refuse, type Result } from '../../shared/result';
import {
  callerRequestIdOf,
  generateCallerRequestKey,
  type CallerRequestKey,
} from '../../shared/identifiers/caller-request-id';
import type { CallerCheckPorts } from '../helpdesk-ports';

/** @property number two digits, for the agent to say to the caller */
export type AskedCaller = { key: CallerRequestKey; number: string; expiresAt: Date };

export type AskCallerRefusal =
  'check-not-offered' | 'not-found' | 'own-account' | 'no-active-device' | 'asked-too-often';

/**
 * Asks a caller's phones whether it is they who call. The agent says the number, and the caller chooses it on the phone.
 * What comes of it counts for this agent and this caller, in one invitation, and signs nobody in. Counted
 * by themselves: no number of sign-ins that anybody sends to the phones keeps the helpdesk from asking.
 * @throws GatewayError when the gateway fails
 */
export async function askCaller(
  ports: CallerCheckPorts,
  agent: Principal,
  target: UserKey,
  origin: RequestOrigin,
): Promise<Result<AskedCaller, AskCallerRefusal>> {
  const { phones, users, directory, rateLimiter, audit, random, sha256 } = ports;
  if (!phones) return refuse('check-not-offered');
  const caller = await users.find(target.userId, target.domain);
  if (!caller) return refuse('not-found');
  if (isSelf(agent, caller.userId)) return refuse('own-account');
  if (await rateLimiter.take([perPerson('asked-caller', agent.user)])) return refuse('asked-too-often');
  const devices = await directory.list(caller);
  if (!devices.some(({ state }) => state === 'active')) return refuse('no-active-device');
  if (await rateLimiter.take([perPerson('caller-request', caller)])) return refuse('asked-too-often');

  const key = generateCallerRequestKey(random);
  const id = await callerRequestIdOf(key, agent.user, sha256);
  const asked = await phones.askCaller(id, agent.user.displayName, caller);
  await audit.append({ type: 'caller-asked', requestId: id, ...auditContext(userActor(agent.user), caller, origin) });
  return accept({ key, ...asked });
}
