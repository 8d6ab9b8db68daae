import { constantTimeEqual } from '../crypto/constant-time-equal';
import { signLogin } from '../crypto/login-signature';
import { utf8 } from '../shared/bytes';
import { accept, refuse, type Result } from '../shared/result';
import { approve, refuseChallenge, type Scanned } from './challenge';
import { hashChallengeKey } from './challenge-key';
import { endChallenge } from './end-challenge';
import { deviceNameOf, findActiveDevice, type ActiveDevice } from './find-active-device';
import type { GatewayContext } from './gateway-context';
import type { ServiceRefusal } from './service-refusal';
import { settleChallenge } from './settle-challenge';

export type LoginAnswer = {
  userID: string;
  /** Null when the phone names none. */
  domain: string | null;
  challengeKey: string;
  /** 16 digits; see `login-signature.ts`. */
  signature: string;
};

/** `orgUnit` is empty: this gateway knows no organisational units. */
export type AuthenticatedUser = { userID: string; domain: string; orgUnit: string; serialNo: string };

/**
 * `authUser` (contract §3.4): the phone's person chose a number. There is one try: an answer that does not prove the right
 * number by the phone that read the challenge ends it for good.
 */
export async function authUser(
  context: GatewayContext,
  answer: LoginAnswer,
): Promise<Result<AuthenticatedUser, ServiceRefusal>> {
  const { challenges, store, clock, settings } = context;
  const keyHash = await hashChallengeKey(answer.challengeKey);
  const found = await settleChallenge(context, await challenges.findByKey(keyHash));
  if (found?.state !== 'scanned') return refuse('not-found');
  const { reader } = found;
  const now = clock.now();
  const instanceId = deviceNameOf(reader);
  const device = await findActiveDevice(context, instanceId);
  if (!device) {
    await endChallenge(context, refuseChallenge(found, 'device-not-usable', now));
    return refuse('not-found');
  }
  const number = await findSignedNumber(found, device, answer);
  if (number !== found.number) {
    await endChallenge(context, refuseChallenge(found, number === null ? 'wrong-signature' : 'wrong-number', now));
    return refuse('wrong-proof');
  }
  const redemptionMs = found.purpose === 'sign-in' ? settings.challengeRedemptionMs : settings.callerCheckRedemptionMs;
  const redeemableUntil = new Date(now.getTime() + redemptionMs);
  if (!(await challenges.save(approve(found, redeemableUntil)))) return refuse('not-found');
  await store.changeInstance(reader, { lastUsedAt: now });
  return accept({ userID: reader.userId, domain: reader.domain, orgUnit: '', serialNo: instanceId });
}

/** Which of the offered numbers the phone has signed, if any; how long it takes does not tell which one is right. */
async function findSignedNumber(
  { numbers, origin, reader }: Scanned,
  { instanceId, instanceKey }: ActiveDevice,
  { userID, domain, challengeKey, signature }: LoginAnswer,
): Promise<string | null> {
  const { userId } = reader;
  const isReaders = userID === userId && (domain === null || domain === reader.domain);
  let signed: string | null = null;
  for (const number of numbers) {
    const login = { challengeKey, instanceId, userId, domain: reader.domain, origin, number };
    if (constantTimeEqual(utf8(signature), utf8(await signLogin(instanceKey, login)))) signed = number;
  }
  return isReaders ? signed : null;
}
