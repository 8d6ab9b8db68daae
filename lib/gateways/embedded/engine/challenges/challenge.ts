import type { LoginPurpose } from '../../../../crypto/messages/login-request-message';
import type { InstanceName } from '../device-instance';
import type { Owner } from '../gateway-store';
import { sha256 } from '../../../../crypto/hash';
import { hexFromBytes, utf8 } from '../../../../shared/bytes';
import type { Random } from '../../../../shared/random';

/** Why a challenge was answered with no. */
export type ChallengeRefusal =
  /** The phone proved itself, but its person typed a number that the asking browser does not show. */
  | 'wrong-number'
  | 'cancelled-on-phone'
  /** The phone's person did not ask to be signed in. */
  | 'not-me'
  /** The device was locked or removed after it had read the challenge. */
  | 'device-not-usable';

type Common = {
  /** SHA-256 of the challenge key in hexadecimal: what an image says is kept nowhere. */
  readonly keyHash: string;
  /** Names the website's request; whoever waits for the challenge is told of its changes under this name. */
  readonly requestKey: string;
  readonly purpose: LoginPurpose;
  /** Grows by one with every change. */
  readonly version: number;
  /** Of the website, for instance `https://id.example.org`. */
  readonly origin: string;
  /** Of the asking browser; empty when it is not known, and for a caller check. */
  readonly address: string;
  /** In words; for a caller check who asks, by name. */
  readonly browser: string;
  /** The one that who asks sees, and that the phone's person types; see `LOGIN_NUMBERS`. */
  readonly number: string;
  /** Whose phones alone may read it; null for an image, which any phone may read. */
  readonly addressee: Owner | null;
  readonly openedAt: Date;
  /** Until when it may be answered or, once approved, redeemed. */
  readonly expiresAt: Date;
};

/** The device that read the challenge, and whose it is. */
export type Reader = InstanceName & Owner;

/** Shown or sent, and not read yet. */
export type Waiting = Common & {
  readonly state: 'waiting';
  /** The challenge key of one that was sent, sealed in the context `challenge <key hash> key`; null for an image. */
  readonly sealedKey: string | null;
};
/** Sent to a person's phones, and not read yet. */
export type Sent = Waiting & { readonly addressee: Owner; readonly sealedKey: string };
/** One phone has read it, and no other can. */
export type Scanned = Common & { readonly state: 'scanned'; readonly reader: Reader };
/** The phone's person typed the right number. */
export type Approved = Common & { readonly state: 'approved'; readonly reader: Reader };
/** The website has acted on it. */
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

export const LIVE_CHALLENGE_STATES = ['waiting', 'scanned', 'approved'] as const satisfies LiveChallenge['state'][];

export function isLiveChallenge(challenge: Challenge): challenge is LiveChallenge {
  return (LIVE_CHALLENGE_STATES as readonly string[]).includes(challenge.state);
}

export function readerOf(challenge: Challenge): Reader | null {
  return 'reader' in challenge ? challenge.reader : null;
}

export function scan(challenge: Waiting, reader: Reader): Scanned {
  return { ...common(challenge), state: 'scanned', reader };
}

/** @param expiresAt until when the website may redeem it */
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

/** What the image says: 32 hexadecimal digits, 128 random bits. */
export function generateChallengeKey(random: Random): string {
  return hexFromBytes(random.bytes(16));
}

/** What is stored and looked up: how long a look-up takes tells nothing of a key that is found by its hash. */
export async function hashChallengeKey(challengeKey: string): Promise<string> {
  return hexFromBytes(await sha256(utf8(challengeKey)));
}
