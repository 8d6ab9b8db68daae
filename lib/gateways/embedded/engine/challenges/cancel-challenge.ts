import { abandon } from './challenge';
import { endChallenge } from './end-challenge';
import type { GatewayContext } from '../gateway-context';
import { settleChallenge } from './settle-challenge';

/** A challenge is changed at most this many times while it is being cancelled: read, approved, redeemed. */
const ATTEMPTS = 4;

/** The asking browser gives up; does nothing when the challenge has ended or is unknown. */
export async function cancelChallenge(context: GatewayContext, requestKey: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = await settleChallenge(context, await context.challenges.findByRequest(requestKey));
    if (!found || (await endChallenge(context, abandon(found, 'cancelled', context.clock.now())))) return;
  }
  throw new Error('the challenge kept changing while it was cancelled');
}
