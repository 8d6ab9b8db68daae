import type {
  ConfirmedPurpose,
  PhoneChallenge,
  PhoneChallengeId,
  PhoneRefusal,
} from '../../accounts/phone-sign-in/phone-challenge-gateway';
import type { UserKey } from '../../shared/identifiers/user-key';

/** A request that the authentication server has sent to a person's phones, or that waits in its turn and is never sent. */
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
  readonly reason: PhoneRefusal | null;
  readonly openedAt: Date;
  /** When it can no longer be answered or, once approved, redeemed. */
  readonly expiresAt: Date;
};

/** What the website learns of a request that has ended without a proof. */
export type EndedVendorChallenge = Pick<VendorChallenge, 'requestKey' | 'purpose'>;

/** PORT: requests by their key, each move of them once. A move is announced on the `ChangeFeed`. */
export interface VendorChallengeStore {
  /**
   * Adds a request that waits. One person has one that waits: a newer one cancels the older, except that a sign-in, which
   * anybody can ask for, cancels only sign-ins.
   * @returns what it has cancelled, and whether the new one is the person's only one that waits
   */
  add(challenge: VendorChallenge): Promise<{ cancelled: EndedVendorChallenge[]; isOnly: boolean }>;
  find(requestKey: PhoneChallengeId): Promise<VendorChallenge | null>;
  /** Saves the next version. @returns false when another move was faster */
  save(challenge: VendorChallenge): Promise<boolean>;
  /** Ends what waits, or is approved, and whose time is over. */
  expire(now: Date): Promise<EndedVendorChallenge[]>;
  deleteExpiredBefore(time: Date): Promise<void>;
}
