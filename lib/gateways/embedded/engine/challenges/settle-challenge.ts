import { abandon, isLiveChallenge, type Challenge, type LiveChallenge } from './challenge';
import { endChallenge } from './end-challenge';
import type { GatewayContext } from '../gateway-context';

/** The challenge when something can still become of it; one whose time is over is ended on the way. */
export async function settleChallenge(context: GatewayContext, found: Challenge | null): Promise<LiveChallenge | null> {
  if (!found || !isLiveChallenge(found)) return null;
  const now = context.clock.now();
  if (now < found.expiresAt) return found;
  await endChallenge(context, abandon(found, 'expired', now));
  return null;
}
