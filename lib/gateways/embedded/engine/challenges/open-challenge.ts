import type { LoginPurpose } from '../../../../crypto/messages/login-request-message';
import { challengeKeyContext, type Waiting, generateChallengeKey, hashChallengeKey } from './challenge';
import type { GatewayContext } from '../gateway-context';
import type { Owner } from '../gateway-store';
import { drawNumber } from './login-numbers';

export type ChallengeRequest = {
  /** Names the request; the website asks for the challenge under this name. At most 255 characters, never used before. */
  requestKey: string;
  purpose: LoginPurpose;
  /** Of the website, for instance `https://id.example.org`: what the phone's person compares with their browser. */
  origin: string;
  /** Of the asking browser; empty when it is not known, and for a caller check. */
  address: string;
  /** The asking browser in words, or who asks for a caller check; anything that the phone's message cannot hold becomes a space. */
  browser: string;
  /** Whose phones are told of it; they need not exist. Null for an image, which is shown instead. */
  addressee: Owner | null;
};

export type OpenedChallenge = {
  /** For the image. */
  challengeKey: string;
  /** For the asking browser to show, and nobody else. */
  number: string;
  expiresAt: Date;
};

/**
 * Makes a challenge that an activated phone may read, once: any phone, or one of the addressee's. Whether the addressee has
 * a phone is not asked here, so that neither the answer nor how long it takes can tell.
 */
export async function openChallenge(
  { challenges, clock, random, keyRing, settings }: GatewayContext,
  { requestKey, purpose, origin, address, browser, addressee }: ChallengeRequest,
): Promise<OpenedChallenge> {
  const challengeKey = generateChallengeKey(random);
  const keyHash = await hashChallengeKey(challengeKey);
  const openedAt = clock.now();
  const challenge: Waiting = {
    state: 'waiting',
    keyHash,
    sealedKey: addressee && (await keyRing.encrypt(challengeKey, challengeKeyContext(keyHash))),
    requestKey,
    purpose,
    version: 0,
    origin,
    address: representable(address, 64),
    browser: representable(browser, 100),
    number: drawNumber(random),
    addressee,
    openedAt,
    expiresAt: new Date(openedAt.getTime() + settings.challengeLifetimeMs),
  };
  await challenges.add(challenge);
  return { challengeKey, number: challenge.number, expiresAt: challenge.expiresAt };
}

/** The message to the phone is a list without an escape for semicolons. */
function representable(text: string, maximumLength: number): string {
  return text.replaceAll(/[;\p{Cc}\p{Cs}]/gu, ' ').slice(0, maximumLength);
}
