import { constantTimeEqual } from '../../../wire/crypto/constant-time-equal';
import { loginSigner } from '../../../wire/crypto/messages/login-signature';
import { utf8 } from '../../../shared/bytes';
import { accept, refuse, type Result } from '../../../shared/result';
import {
  approve,
  readerOf,
  refuseChallenge,
  type Challenge,
  type Reader,
  hashChallengeKey,
} from './challenges/challenge';
import { endChallenge, settleChallenge } from './challenges/end-challenge';
import { deviceNameOf, findDevice, type Device } from './find-device';
import type { GatewayContext } from './gateway-context';
import { LOGIN_NUMBERS } from './challenges/login-numbers';
import type { ServiceRefusal } from './phone-services/service-refusal';
export type LoginAnswer = {
  userID: string;
  /** Null when the phone sends none. */
  domain: string | null;
  challengeKey: string;
  /** 16 digits; see `login-signature.ts`. */
  signature: string;
};

/** `orgUnit` is empty: this gateway has no organisational units. */
export type AuthenticatedUser = { userID: string; domain: string; orgUnit: string; serialNo: string };

/**
 * `authUser` (OneSpan §3.4): the phone's user has typed a number. There is one try: a wrong number, signed by the phone
 * that read the challenge, ends it for good. Anything that is not signed by that phone changes nothing and gets the
 * same reply as an unknown challenge. An identical call is answered again during the challenge's lifetime, because the
 * reply may have been lost.
 */
export async function authUser(
  context: GatewayContext,
  answer: LoginAnswer,
): Promise<Result<AuthenticatedUser, ServiceRefusal>> {
  const { challenges, clock } = context;
  const challenge = await challenges.findByKey(await hashChallengeKey(answer.challengeKey));
  const reader = challenge && readerOf(challenge);
  if (!reader || clock.now() >= challenge.expiresAt) {
    await settleChallenge(context, challenge);
    return refuse('not-found');
  }
  const device = await findDevice(context, deviceNameOf(reader));
  const number = device && (await findSignedNumber(challenge, device, answer));
  if (!device || number === null) return refuse('not-found');
  const isRight = number === challenge.number;
  switch (challenge.state) {
    case 'approved':
    case 'redeemed':
      return isRight && device.isActive ? accept(authenticated(reader)) : refuse('not-found');
    case 'refused':
      return refuse(challenge.reason === 'wrong-number' && !isRight ? 'wrong-proof' : 'not-found');
    case 'waiting':
    case 'cancelled':
    case 'expired':
      return refuse('not-found');
    case 'scanned':
      break;
  }
  const now = clock.now();
  if (!device.isActive) {
    await endChallenge(context, refuseChallenge(challenge, 'device-not-usable', now));
    return refuse('not-found');
  }
  if (!isRight) {
    await endChallenge(context, refuseChallenge(challenge, 'wrong-number', now));
    return refuse('wrong-proof');
  }
  const redeemableUntil = new Date(now.getTime() + redemptionMs(context, challenge));
  // Another call was faster: it may be the same one, sent again.
  if (!(await challenges.save(approve(challenge, redeemableUntil)))) return authUser(context, answer);
  await context.store.changeInstance(reader, { lastUsedAt: now });
  return accept(authenticated(reader));
}

function redemptionMs({ settings }: GatewayContext, { purpose }: Challenge): number {
  return purpose === 'sign-in' || purpose === 'sign-in-here'
    ? settings.challengeRedemptionMs
    : settings.callerCheckRedemptionMs;
}

function authenticated(reader: Reader): AuthenticatedUser {
  return { userID: reader.userId, domain: reader.domain, orgUnit: '', serialNo: deviceNameOf(reader) };
}

/** The number that the phone has signed, if any: it is part of the signature, because the wire has no field for it. */
async function findSignedNumber(
  challenge: Challenge,
  { instanceId, instanceKey, reader }: Device,
  { userID, domain, challengeKey, signature }: LoginAnswer,
): Promise<string | null> {
  const { userId } = reader;
  if (userID !== userId || (domain !== null && domain !== reader.domain)) return null;
  const sign = await loginSigner(instanceKey, {
    challengeKey,
    instanceId,
    userId,
    domain: reader.domain,
    origin: challenge.origin,
  });
  for (const number of [challenge.number, ...LOGIN_NUMBERS]) {
    if (constantTimeEqual(utf8(signature), utf8(await sign(number)))) return number;
  }
  return null;
}
