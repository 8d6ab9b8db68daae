import { type PhoneChallenge, followPhoneChallenge } from '../../accounts/phone-sign-in/phone-challenge-gateway';
import { personKey, type User } from '../../accounts/users/user';
import type { ChangeFeed } from '../../shared/changes/change-feed';
import type { Hold } from '../../shared/changes/follow-changes';
import { callerRequestIdOf, type CallerRequestKey } from '../../shared/identifiers/caller-request-id';
import type { Clock } from '../../shared/time/clock';
import type { CallerCheckPorts } from './caller-check-ports';

/** What the agent's page may know of a challenge to a caller's phones. Times are ISO 8601 in UTC. */
export type CallerRequestStatus = Pick<PhoneChallenge, 'version' | 'state' | 'reason'> & {
  id: CallerRequestKey;
  /** The device that approved it; null until then. */
  instanceId: string | null;
  expiresAt: string;
  serverTime: string;
  /** Milliseconds until the next poll; null to poll at once. */
  retryAfterMs: number | null;
};

/**
 * Long-polls an agent's challenge until it is past version `after`, or `hold` ends the wait.
 * @returns null if this agent made no challenge with this key
 */
export async function followCallerRequest(
  { phones, clock }: Pick<CallerCheckPorts, 'phones'> & { clock: Clock },
  changeFeed: ChangeFeed,
  agent: User,
  { key, after }: { key: CallerRequestKey; after: number },
  hold: Hold,
): Promise<CallerRequestStatus | null> {
  if (!phones) return null;
  const id = await callerRequestIdOf(key, agent);
  const challenge = await followPhoneChallenge(phones, changeFeed, { id, after, holder: personKey(agent) }, hold);
  return challenge && describeCallerRequest(key, challenge, clock.now());
}

export function describeCallerRequest(
  key: CallerRequestKey,
  { version, state, reason, reader, expiresAt }: Omit<PhoneChallenge, 'openedAt' | 'askedFrom' | 'addressee'>,
  now: Date,
): CallerRequestStatus {
  const isConfirmed = state === 'approved' || state === 'redeemed';
  const times = { expiresAt: expiresAt.toISOString(), serverTime: now.toISOString() };
  const instanceId = isConfirmed && reader ? reader.instanceId : null;
  return { id: key, version, state, reason, instanceId, ...times, retryAfterMs: null };
}
