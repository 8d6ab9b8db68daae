import type { LoginPurpose } from '../../../../wire/crypto/messages/login-request-message';
import {
  challengeKeyContext,
  challengeWordsContext,
  generateChallengeKey,
  hashChallengeKey,
  type Waiting,
} from './challenge';
import type { GatewayContext } from '../gateway-context';
import type { Owner } from '../gateway-store';
import { drawNumber } from './login-numbers';

export type ChallengeRequest = {
  /** The website's name for the request. At most 255 characters, never used before. */
  requestKey: string;
  purpose: LoginPurpose;
  /** The website's, for instance `https://id.example.org`. The phone's user compares it with their browser. */
  origin: string;
  /** The requesting browser's; empty when unknown, and for a caller check. */
  address: string;
  /**
   * The requesting browser in words, or the agent of a caller check; characters that the phone's message cannot contain
   * become spaces.
   */
  browser: string;
  /** Of a caller check, for the phone to show; left out for others. */
  words?: string;
  /** Whose phones are notified; the user need not exist. Null for an image, which is shown instead. */
  addressee: Owner | null;
};

export type OpenedChallenge = {
  /** For the image. */
  challengeKey: string;
  /** For the requesting browser only. */
  number: string;
  expiresAt: Date;
};

/**
 * Opens a challenge that an activated phone may read once: any phone, or one of the addressee's. It does not check
 * whether the addressee has a phone, so that neither the reply nor its timing reveals it.
 */
export async function openChallenge(
  { challenges, clock, random, keyRing, settings }: GatewayContext,
  { requestKey, purpose, origin, address, browser, words, addressee }: ChallengeRequest,
): Promise<OpenedChallenge> {
  const challengeKey = generateChallengeKey(random);
  const keyHash = await hashChallengeKey(challengeKey);
  const openedAt = clock.now();
  const challenge: Waiting = {
    state: 'waiting',
    keyHash,
    encryptedKey: addressee && (await keyRing.encrypt(challengeKey, challengeKeyContext(keyHash))),
    encryptedWords: words === undefined ? null : await keyRing.encrypt(words, challengeWordsContext(keyHash)),
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

/** The message to the phone is a list that cannot escape semicolons. */
function representable(text: string, maximumLength: number): string {
  return text.replaceAll(/[;\p{Cc}\p{Cs}]/gu, ' ').slice(0, maximumLength);
}
