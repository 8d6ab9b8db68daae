import { openLoginReading } from '../../../../wire/crypto/messages/login-reading-message';
import { sealLoginRequest } from '../../../../wire/crypto/messages/login-request-message';
import { bytesFromHex, hexFromBytes } from '../../../../shared/bytes';
import { SECOND } from '../../../../shared/time/duration';
import { accept, refuse, type Result } from '../../../../shared/result';
import { challengeWordsContext, hashChallengeKey, scan, type Scanned, type Waiting } from '../challenges/challenge';
import { deviceNameOf, openFromDevice } from '../find-device';
import type { GatewayContext } from '../gateway-context';
import type { ServiceRefusal } from './service-refusal';
import { settleChallenge } from '../challenges/end-challenge';
import { isPaused } from '../challenges/login-numbers';

/**
 * `getPreparedSecureChallenge` (OneSpan §3.4): a phone reads a challenge that it has scanned or been sent. The first
 * one that may read it consumes it, and is answered again when it repeats the call, because the reply may have been
 * lost; for other phones it does not exist. Only the device itself can call, because the key is wrapped as in
 * `cancelAuthUser`.
 * @param call.wrappedChallengeKey hexadecimal; see `login-reading-message.ts`
 */
export async function getPreparedSecureChallenge(
  context: GatewayContext,
  call: { serialNumber: string; wrappedChallengeKey: string },
): Promise<Result<{ requestMessage: string }, ServiceRefusal>> {
  const { challenges, clock, random } = context;
  const { serialNumber, wrappedChallengeKey } = call;
  const result = await openFromDevice(context, serialNumber, (instanceKey) =>
    openLoginReading(instanceKey, serialNumber, bytesFromHex(wrappedChallengeKey)),
  );
  if (!result.ok) return result;
  const { device, message: challengeKey } = result.value;
  const challenge = await settleChallenge(context, await challenges.findByKey(await hashChallengeKey(challengeKey)));
  if (challenge?.state !== 'waiting' && challenge?.state !== 'scanned') return refuse('not-found');
  if (challenge.state === 'scanned' && deviceNameOf(challenge.reader) !== device.instanceId) return refuse('not-found');
  const { userId, domain } = device.reader;
  const { purpose, origin, address, browser, addressee, expiresAt } = challenge;
  if (addressee && (addressee.userId !== userId || addressee.domain !== domain)) return refuse('not-found');
  if (await isPaused(context, device.reader)) return refuse('paused');
  // Another call was faster: it may be the same one, sent again.
  if (challenge.state === 'waiting' && !(await challenges.save(scan(challenge, device.reader))))
    return getPreparedSecureChallenge(context, call);
  const secondsLeft = Math.floor((expiresAt.getTime() - clock.now().getTime()) / SECOND);
  const words = await openWords(context, challenge);
  const message = { purpose, challengeKey, secondsLeft, userId, domain, origin, address, browser, words };
  const sealed = await sealLoginRequest(device.instanceKey, device.instanceId, message, random.bytes(12));
  return accept({ requestMessage: hexFromBytes(sealed) });
}

async function openWords({ keyRing }: GatewayContext, challenge: Waiting | Scanned): Promise<string> {
  const { keyHash, encryptedWords } = challenge;
  return encryptedWords === null ? '' : keyRing.decrypt(encryptedWords, challengeWordsContext(keyHash));
}
