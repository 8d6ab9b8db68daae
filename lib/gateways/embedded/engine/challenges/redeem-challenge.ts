import { accept, refuse, type Result } from '../../../../shared/result';
import { redeem, refuseChallenge } from './challenge';
import { endChallenge, settleChallenge } from './end-challenge';
import { deviceNameOf, findActiveDevice } from '../find-device';
import type { GatewayContext } from '../gateway-context';
import { toChallengeReader, type ChallengeReader } from './observe-challenge';

/** Redeems an approved challenge, once. @returns the owner of the phone that approved it */
export async function redeemChallenge(
  context: GatewayContext,
  requestKey: string,
): Promise<Result<ChallengeReader, 'not-approved' | 'device-not-usable'>> {
  const { challenges, clock } = context;
  const challenge = await settleChallenge(context, await challenges.findByRequest(requestKey));
  if (challenge?.state !== 'approved') return refuse('not-approved');
  const now = clock.now();
  if (await challenges.save(redeem(challenge, now))) return accept(toChallengeReader(challenge.reader));
  if (await findActiveDevice(context, deviceNameOf(challenge.reader))) return refuse('not-approved');
  await endChallenge(context, refuseChallenge(challenge, 'device-not-usable', now));
  return refuse('device-not-usable');
}
