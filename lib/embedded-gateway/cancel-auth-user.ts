import { openLoginRefusal } from '../crypto/login-refusal-message';
import { bytesFromHex } from '../shared/bytes';
import { accept, refuse, type Result } from '../shared/result';
import { refuseChallenge } from './challenge';
import { hashChallengeKey } from './challenge-key';
import { endChallenge } from './end-challenge';
import { deviceNameOf, findActiveDevice } from './find-active-device';
import type { GatewayContext } from './gateway-context';
import type { ServiceRefusal } from './service-refusal';
import { settleChallenge } from './settle-challenge';

/**
 * `cancelAuthUser` (contract §3.4): the phone's person says no, and whether it was they who asked. Only the phone that
 * read the challenge can, because the key comes wrapped.
 * @param request.wrappedChallengeKey hexadecimal; see `login-refusal-message.ts`
 */
export async function cancelAuthUser(
  context: GatewayContext,
  { serialNumber, wrappedChallengeKey }: { serialNumber: string; wrappedChallengeKey: string },
): Promise<Result<null, ServiceRefusal>> {
  const { challenges, clock } = context;
  const device = await findActiveDevice(context, serialNumber);
  if (!device) return refuse('not-found');
  const opened = await openLoginRefusal(device.instanceKey, device.instanceId, bytesFromHex(wrappedChallengeKey));
  if (!opened.ok) return refuse('wrong-proof');
  const { challengeKey, reason } = opened.value;
  const found = await settleChallenge(context, await challenges.findByKey(await hashChallengeKey(challengeKey)));
  if (found?.state !== 'scanned' || deviceNameOf(found.reader) !== device.instanceId) return refuse('not-found');
  const refused = refuseChallenge(found, reason === 'not-me' ? 'not-me' : 'cancelled-on-phone', clock.now());
  return (await endChallenge(context, refused)) ? accept(null) : refuse('not-found');
}
