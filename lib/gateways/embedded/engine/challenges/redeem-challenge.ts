import { constantTimeEqual } from '../../../../wire/crypto/constant-time-equal';
import { signReturn } from '../../../../wire/crypto/messages/login-signature';
import { utf8 } from '../../../../shared/bytes';
import { accept, refuse, type Result } from '../../../../shared/result';
import { redeem, refuseChallenge, type Approved } from './challenge';
import { endChallenge, settleChallenge } from './end-challenge';
import { deviceNameOf, findActiveDevice, findDevice } from '../find-device';
import type { GatewayContext } from '../gateway-context';
import { toChallengeReader, type ChallengeReader } from './observe-challenge';

/**
 * Redeems an approved challenge, once.
 * @param returned from the browser beside the phone that approved, see `signReturn`; null if it brings nothing. A sign-in
 *   on the phone itself is not redeemed without it
 * @returns the owner of the phone that approved it
 */
export async function redeemChallenge(
  context: GatewayContext,
  requestKey: string,
  returned: string | null,
): Promise<Result<ChallengeReader, 'not-approved' | 'device-not-usable'>> {
  const { challenges, clock } = context;
  const challenge = await settleChallenge(context, await challenges.findByRequest(requestKey));
  if (challenge?.state !== 'approved') return refuse('not-approved');
  if (challenge.purpose === 'sign-in-here' && !(await isReturned(context, challenge, returned)))
    return refuse('not-approved');
  const now = clock.now();
  if (await challenges.save(redeem(challenge, now))) return accept(toChallengeReader(challenge.reader));
  if (await findActiveDevice(context, deviceNameOf(challenge.reader))) return refuse('not-approved');
  await endChallenge(context, refuseChallenge(challenge, 'device-not-usable', now));
  return refuse('device-not-usable');
}

/**
 * Whether the browser got this from the phone that approved. Otherwise whoever starts a sign-in, and has somebody else
 * approve it, would be signed in as them.
 */
async function isReturned(
  context: GatewayContext,
  { keyHash, origin, reader }: Approved,
  returned: string | null,
): Promise<boolean> {
  const device = returned === null ? null : await findDevice(context, deviceNameOf(reader));
  if (!device || returned === null) return false;
  const { instanceId, instanceKey } = device;
  const expected = await signReturn(instanceKey, { keyHash, instanceId, origin });
  return constantTimeEqual(utf8(returned), utf8(expected));
}
