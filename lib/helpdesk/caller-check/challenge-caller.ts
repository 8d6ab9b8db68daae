import { auditContext, userActor } from '../../audit/audit-context';
import type { RequestOrigin } from '../../shared/request-origin';
import type { SentPhoneChallenge, ShownToPhone } from '../../accounts/phone-sign-in/phone-challenge-gateway';
import { perPerson } from '../../accounts/sign-in/limits';
import { isSelf, type Principal } from '../../accounts/users/principal';
import { domainOf, type NamedUser } from '../../accounts/users/requester';
import { accept, refuse, type Result } from '../../shared/result';
import {
  callerRequestIdOf,
  generateCallerRequestKey,
  type CallerRequestKey,
} from '../../shared/identifiers/caller-request-id';
import type { CallerCheckPorts } from './caller-check-ports';
import { drawCheckWords, type CheckWords } from './check-words';

/**
 * @property number two digits that the agent tells the caller; empty where the caller's phone asks for none
 * @property timeLimitMs how long it can be answered
 * @property image for the caller to scan or to be read out, where nothing is sent; null where it is
 * @property words what the caller's phone shows, too; null where it shows no words
 */
export type AskedCaller = SentPhoneChallenge & {
  key: CallerRequestKey;
  words: CheckWords | null;
  timeLimitMs: number;
  image: ShownToPhone | null;
};

export type AskCallerRefusal =
  | 'check-not-offered'
  | 'not-found'
  | 'own-account'
  | 'no-active-device'
  | 'asked-too-often';

/**
 * Sends a challenge to the caller's phones. The agent says the number, the caller types it on the phone. An approval
 * counts for this agent, this caller and one invitation, and opens no session. These challenges have their own budgets,
 * so that a flood of sign-ins sent to the phones does not block the helpdesk.
 * @throws GatewayError when the gateway fails
 */
export async function challengeCaller(
  ports: CallerCheckPorts,
  agent: Principal,
  target: NamedUser,
  origin: RequestOrigin,
): Promise<Result<AskedCaller, AskCallerRefusal>> {
  const { phones, users, directory, rateLimiter, audit, random } = ports;
  if (phones?.capabilities.callerCheck !== true) return refuse('check-not-offered');
  const caller = await users.find(target.userId, domainOf(agent));
  if (!caller) return refuse('not-found');
  if (isSelf(agent, caller.userId)) return refuse('own-account');
  if (await rateLimiter.take([perPerson('asked-caller', agent.user)])) return refuse('asked-too-often');
  const devices = await directory.list(caller);
  if (!devices.some(({ state }) => state === 'active')) return refuse('no-active-device');
  if (await rateLimiter.take([perPerson('caller-request', caller)])) return refuse('asked-too-often');

  const key = generateCallerRequestKey(random);
  const id = await callerRequestIdOf(key, agent.user);
  const words = drawCheckWords(random);
  const openedPhoneChallenge = await phones.challengeCaller(id, { agent: agent.user.displayName, words }, caller);
  await audit.append({ type: 'caller-asked', requestId: id, ...auditContext(userActor(agent.user), caller, origin) });
  const { timeLimitMs, showsAsker } = phones.capabilities;
  return accept({ key, words: showsAsker ? words : null, timeLimitMs, ...openedPhoneChallenge });
}
