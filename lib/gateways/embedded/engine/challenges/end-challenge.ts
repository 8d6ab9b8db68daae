import {
  type Abandoned,
  type Refused,
  abandon,
  isLiveChallenge,
  type Challenge,
  type LiveChallenge,
} from './challenge';
import type { GatewayContext } from '../gateway-context';

/** Ends a challenge without a session, and notifies the website. @returns false when it has moved on meanwhile */
export async function endChallenge(
  { challenges, reportChallengeEnd }: GatewayContext,
  ended: Refused | Abandoned,
): Promise<boolean> {
  if (!(await challenges.save(ended))) return false;
  await reportChallengeEnd(ended.requestKey);
  return true;
}

/** Returns a challenge that is still live; expires it if its time is over. */
export async function settleChallenge(context: GatewayContext, found: Challenge | null): Promise<LiveChallenge | null> {
  if (!found || !isLiveChallenge(found)) return null;
  const now = context.clock.now();
  if (now < found.expiresAt) return found;
  await endChallenge(context, abandon(found, 'expired', now));
  return null;
}

/** A challenge moves at most this many times while it is being cancelled: read, approved, redeemed. */
const ATTEMPTS = 4;

/** The requesting browser gives up. Does nothing when the challenge has ended or is unknown. */
export async function cancelChallenge(context: GatewayContext, requestKey: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = await settleChallenge(context, await context.challenges.findByRequest(requestKey));
    if (!found || (await endChallenge(context, abandon(found, 'cancelled', context.clock.now())))) return;
  }
  throw new Error('the challenge kept changing while it was cancelled');
}

/** Expires challenges whose time is over, and deletes those that ended long ago. */
export async function sweepChallenges({
  challenges,
  clock,
  settings,
  reportChallengeEnd,
}: GatewayContext): Promise<void> {
  const now = clock.now();
  for (const requestKey of await challenges.expire(now)) await reportChallengeEnd(requestKey);
  await challenges.deleteExpiredBefore(new Date(now.getTime() - settings.challengeRetentionMs));
}
