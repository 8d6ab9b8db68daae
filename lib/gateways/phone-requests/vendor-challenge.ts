import type {
  ConfirmedPurpose,
  PhoneChallenge,
  PhoneChallengeId,
  PhoneRefusal,
} from '../../accounts/phone-sign-in/phone-challenge-gateway';
import type { UserKey } from '../../shared/identifiers/user-key';

/** A request that the authentication server asks a person's phones, or that waits in its turn and is never asked. */
export type VendorChallenge = {
  readonly requestKey: PhoneChallengeId;
  readonly purpose: 'sign-in' | 'caller-check' | ConfirmedPurpose;
  readonly state: Exclude<PhoneChallenge['state'], 'scanned'>;
  /** Incremented by every change. */
  readonly version: number;
  /** Of the asking browser; null if unknown. */
  readonly address: string | null;
  readonly addressee: UserKey;
  /** The device that approved it; null if none has. */
  readonly instanceId: string | null;
  /** See `PhoneOwner`. */
  readonly alternatives: readonly string[];
  /** Names it at the vendor's server, where that has sessions. */
  readonly sessionId: string | null;
  /** Until when a process follows the session; null where none is followed. */
  readonly followedUntil: Date | null;
  /** Responses that were typed. */
  readonly tries: number;
  readonly reason: PhoneRefusal | null;
  readonly openedAt: Date;
  /** When it can no longer be answered or, once approved, redeemed. */
  readonly expiresAt: Date;
  /** Until when a call may wait for the phone; null for none. */
  readonly callUntil: Date | null;
  /** When the relay last saw a phone of its person refuse something, while it waited. */
  readonly refusalSeenAt: Date | null;
};

/** What the website learns of a request that has ended without a proof. */
export type EndedVendorChallenge = Pick<VendorChallenge, 'requestKey' | 'purpose'>;

/** PORT: requests by their key, each move of them once. A move is announced on the `ChangeFeed`. */
export interface VendorChallengeStore {
  /**
   * Adds a request that waits. One person has one that waits: a newer one cancels the older, except that a sign-in, which
   * anybody can ask for, cancels only sign-ins.
   * @param maximumCalls that may wait at once, of all processes; sign-ins, which anybody can ask for, may be half of them
   * @returns what it has cancelled, and whether the new one is the person's only one that waits and so may be called for; null
   *   when too many calls wait
   */
  add(
    challenge: VendorChallenge,
    maximumCalls: number,
  ): Promise<{ cancelled: EndedVendorChallenge[]; isOnly: boolean } | null>;
  find(requestKey: PhoneChallengeId): Promise<VendorChallenge | null>;
  /** Saves the next version. @returns false when another move was faster */
  save(challenge: VendorChallenge): Promise<boolean>;
  /** Notes that no call waits any more. */
  endCall(requestKey: PhoneChallengeId): Promise<void>;
  /** Notes that a phone of the person has refused something, at what waits for them. */
  noteRefusal(person: UserKey, now: Date): Promise<void>;
  /**
   * Names the session of a request that waits, whose version stays.
   * @param followedUntil null where nobody follows it
   * @returns false where it waits no more
   */
  attach(requestKey: PhoneChallengeId, sessionId: string, followedUntil: Date | null): Promise<boolean>;
  /** Goes on following a request that waits, or takes it over. @returns false where another process follows it, or it waits no more */
  follow(requestKey: PhoneChallengeId, since: Date, until: Date): Promise<boolean>;
  /** Counts a typed response to a request that waits. @returns how many it had; null where it waits no more, or had `most` */
  countTry(requestKey: PhoneChallengeId, most: number): Promise<number | null>;
  /** Ends what waits, or is approved, and whose time is over. */
  expire(now: Date): Promise<EndedVendorChallenge[]>;
  deleteExpiredBefore(time: Date): Promise<void>;
}
