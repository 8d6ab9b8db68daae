import { openLoginRefusal } from '../../../../wire/crypto/messages/login-refusal-message';
import { bytesFromHex } from '../../../../shared/bytes';
import { accept, refuse, type Result } from '../../../../shared/result';
import { readerOf, refuseChallenge, hashChallengeKey } from './challenge';
import { endChallenge, settleChallenge } from './end-challenge';
import { deviceNameOf, openFromDevice } from '../find-device';
import type { GatewayContext } from '../gateway-context';
import type { ServiceRefusal } from '../phone-services/service-refusal';

/**
 * `cancelAuthUser` (OneSpan §3.4): the phone's user refuses, and says whether the request was theirs. Only the phone
 * that read the challenge can, because the key is wrapped. Accepted again when repeated, because the reply may have
 * been lost.
 * @param call.wrappedChallengeKey hexadecimal; see `login-refusal-message.ts`
 */
export async function cancelAuthUser(
  context: GatewayContext,
  call: { serialNumber: string; wrappedChallengeKey: string },
): Promise<Result<null, ServiceRefusal>> {
  const { challenges, clock } = context;
  const { serialNumber, wrappedChallengeKey } = call;
  const result = await openFromDevice(context, serialNumber, (instanceKey) =>
    openLoginRefusal(instanceKey, serialNumber, bytesFromHex(wrappedChallengeKey)),
  );
  if (!result.ok) return result;
  const { device, message } = result.value;
  const reason = message.reason === 'not-me' ? 'not-me' : 'cancelled-on-phone';
  const challenge = await challenges.findByKey(await hashChallengeKey(message.challengeKey));
  const reader = challenge && readerOf(challenge);
  if (!reader || deviceNameOf(reader) !== device.instanceId) return refuse('not-found');
  if (challenge.state === 'refused' && challenge.reason === reason) return accept(null);
  const live = await settleChallenge(context, challenge);
  if (live?.state !== 'scanned') return refuse('not-found');
  const isEnded = await endChallenge(context, refuseChallenge(live, reason, clock.now()));
  // Another call was faster: it may be the same one, sent again.
  return isEnded ? accept(null) : cancelAuthUser(context, call);
}
