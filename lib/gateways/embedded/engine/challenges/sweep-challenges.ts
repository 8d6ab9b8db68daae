import type { GatewayContext } from '../gateway-context';

/** Ends challenges whose time is over, and deletes those that ended long ago. */
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
