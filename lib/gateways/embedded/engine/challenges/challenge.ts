import type { LoginPurpose } from '../../../../wire/crypto/messages/login-request-message';
import type { InstanceName } from '../device-instance';
import type { Owner } from '../gateway-store';
import { sha256 } from '../../../../wire/crypto/hash';
import { hexFromBytes, utf8 } from '../../../../shared/bytes';
import type { Random } from '../../../../shared/random';

/** Why a challenge was refused. */
export type ChallengeRefusal =
  /** The phone proved itself, but its user typed a number that the requesting browser does not show. */
  | 'wrong-number'
  | 'cancelled-on-phone'
  /** The phone's user did not make the request. */
  | 'not-me'
  /** The device was locked or removed after it had read the challenge. */
  | 'device-not-usable';

type Common = {
  /** SHA-256 of the challenge key in hexadecimal; the key itself is not stored. */
  readonly keyHash: string;
  /** The website's name for the request, under which its changes are announced. */
  readonly requestKey: string;
  readonly purpose: LoginPurpose;
  /** Incremented by every change. */
  readonly version: number;
  /** The website's, for instance `https://id.example.org`. */
  readonly origin: string;
  /** The requesting browser's; empty when unknown, and for a caller check. */
  readonly address: string;
  /** The requesting browser in words; for a caller check the agent's name. */
  readonly browser: string;
  /** Shown to the requester and typed on the phone; see `LOGIN_NUMBERS`. */
  readonly number: string;
  /** The user whose phones may read it; null for an image, which any phone may read. */
  readonly addressee: Owner | null;
  readonly openedAt: Date;
  /** When it can no longer be answered or, once approved, redeemed. */
  readonly expiresAt: Date;
};

/** The words of a caller check, encrypted in the context `challenge <key hash> words`; null for others. Erased once it is answered. */
type EncryptedWords = string | null;

/** The device that read the challenge, and its owner. */
export type Reader = InstanceName & Owner;

/** Shown or sent, and not read yet. */
export type Waiting = Common & {
  readonly state: 'waiting';
  /** The challenge key of a sent challenge, encrypted in the context `challenge <key hash> key`; null for an image. */
  readonly encryptedKey: string | null;
  readonly encryptedWords: EncryptedWords;
};
/** Sent to a user's phones, and not read yet. */
export type Sent = Waiting & { readonly addressee: Owner; readonly encryptedKey: string };
/** Read by one phone; no other can. */
export type Scanned = Common & {
  readonly state: 'scanned';
  readonly reader: Reader;
  readonly encryptedWords: EncryptedWords;
};
/** The phone's user typed the right number. */
export type Approved = Common & { readonly state: 'approved'; readonly reader: Reader };
/** Used by the website. */
export type Redeemed = Common & { readonly state: 'redeemed'; readonly reader: Reader; readonly endedAt: Date };
export type Refused = Common & {
  readonly state: 'refused';
  readonly reader: Reader;
  readonly reason: ChallengeRefusal;
  readonly endedAt: Date;
};
export type Abandoned = Common & {
  readonly state: 'expired' | 'cancelled';
  /** Null when no phone had read it. */
  readonly reader: Reader | null;
  readonly endedAt: Date;
};

export type LiveChallenge = Waiting | Scanned | Approved;
export type Challenge = LiveChallenge | Redeemed | Refused | Abandoned;

/** What the website learns of a challenge that has ended without a session. */
export type EndedChallenge = Pick<Challenge, 'requestKey' | 'purpose'>;

export const LIVE_CHALLENGE_STATES = ['waiting', 'scanned', 'approved'] as const satisfies LiveChallenge['state'][];

export function isLiveChallenge(challenge: Challenge): challenge is LiveChallenge {
  return (LIVE_CHALLENGE_STATES as readonly string[]).includes(challenge.state);
}

export function readerOf(challenge: Challenge): Reader | null {
  return 'reader' in challenge ? challenge.reader : null;
}

export function scan(challenge: Waiting, reader: Reader): Scanned {
  return { ...common(challenge), state: 'scanned', reader, encryptedWords: challenge.encryptedWords };
}

/** @param expiresAt when the website can no longer redeem it */
export function approve(challenge: Scanned, expiresAt: Date): Approved {
  return { ...common(challenge), state: 'approved', reader: challenge.reader, expiresAt };
}

export function refuseChallenge(challenge: Scanned | Approved, reason: ChallengeRefusal, endedAt: Date): Refused {
  return { ...common(challenge), state: 'refused', reader: challenge.reader, reason, endedAt };
}

export function redeem(challenge: Approved, endedAt: Date): Redeemed {
  return { ...common(challenge), state: 'redeemed', reader: challenge.reader, endedAt };
}

export function abandon(challenge: LiveChallenge, state: Abandoned['state'], endedAt: Date): Abandoned {
  return { ...common(challenge), state, reader: readerOf(challenge), endedAt };
}

function common(challenge: Challenge): Common {
  const { keyHash, requestKey, purpose, version, origin, address, browser, number } = challenge;
  const { addressee, openedAt, expiresAt } = challenge;
  const who = { origin, address, browser, number, addressee };
  return { keyHash, requestKey, purpose, version: version + 1, ...who, openedAt, expiresAt };
}

export function challengeKeyContext(keyHash: string): string {
  return `challenge ${keyHash} key`;
}

export function challengeWordsContext(keyHash: string): string {
  return `challenge ${keyHash} words`;
}

/** Content of the image: 32 hexadecimal digits, 128 random bits. */
export function generateChallengeKey(random: Random): string {
  return hexFromBytes(random.bytes(16));
}

/** Challenges are stored and looked up by hash, so that the timing of a look-up reveals nothing about a key. */
export async function hashChallengeKey(challengeKey: string): Promise<string> {
  return hexFromBytes(await sha256(utf8(challengeKey)));
}
