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
  end: Refused | Abandoned,
): Promise<boolean> {
  if (!(await challenges.save(end))) return false;
  await reportChallengeEnd(end);
  return true;
}

/** Returns a challenge that is still live; expires it if its time is over. */
export async function settleChallenge(
  context: GatewayContext,
  challenge: Challenge | null,
): Promise<LiveChallenge | null> {
  if (!challenge || !isLiveChallenge(challenge)) return null;
  const now = context.clock.now();
  if (now < challenge.expiresAt) return challenge;
  await endChallenge(context, abandon(challenge, 'expired', now));
  return null;
}

/** A challenge moves at most this many times while it is being cancelled: read, approved, redeemed. */
const ATTEMPTS = 4;

/** The requesting browser gives up. Does nothing when the challenge has ended or is unknown. */
export async function cancelChallenge(context: GatewayContext, requestKey: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const challenge = await settleChallenge(context, await context.challenges.findByRequest(requestKey));
    if (!challenge || (await endChallenge(context, abandon(challenge, 'cancelled', context.clock.now())))) return;
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
  for (const expired of await challenges.expire(now)) await reportChallengeEnd(expired);
  await challenges.deleteExpiredBefore(new Date(now.getTime() - settings.challengeRetentionMs));
}
