import type { Abandoned, Refused } from './challenge';
import type { GatewayContext } from '../gateway-context';

/** Ends a challenge without a session, and tells the website; false when something else came of it meanwhile. */
export async function endChallenge(
  { challenges, reportChallengeEnd }: GatewayContext,
  ended: Refused | Abandoned,
): Promise<boolean> {
  if (!(await challenges.save(ended))) return false;
  await reportChallengeEnd(ended.requestKey);
  return true;
}
