import type { Challenge, EndedChallenge, Sent, Waiting } from './challenge';
import type { Owner } from '../gateway-store';

/**
 * PORT: challenges of users who sign in with their phone. Every method is one atomic step, durable when its promise
 * resolves. Every change is announced under the challenge's request key, in every process; new challenges to a user,
 * and their changes except expiry, are also announced under that user's login requests, and their phones are alerted in the
 * same step (`alertOf`).
 */
export interface ChallengeStore {
  /** @throws Error when the key or the request key is taken, which does not happen to random ones */
  add(challenge: Waiting): Promise<void>;
  /** @param keyHash see `Challenge` */
  findByKey(keyHash: string): Promise<Challenge | null>;
  findByRequest(requestKey: string): Promise<Challenge | null>;
  /** Those that were sent to a user and not read by any phone, newest first. */
  listSentTo(addressee: Owner, now: Date): Promise<Sent[]>;
  /** When phones of a user answered with a wrong number, since a time, in ascending order. */
  wrongNumbersOf(owner: Owner, since: Date): Promise<Date[]>;
  /**
   * Saves a move whose `version` is one more than the version read; of several made at once one is saved. A move to
   * `scanned`, `approved` or `redeemed` is saved only while the reader's device is active and its account is not disabled.
   * @returns false when nothing was saved
   */
  save(challenge: Exclude<Challenge, Waiting>): Promise<boolean>;
  /** Expires every live challenge whose time is over, and returns them. */
  expire(now: Date): Promise<EndedChallenge[]>;
  /** Deletes those whose time was over before. @returns how many */
  deleteExpiredBefore(time: Date): Promise<number>;
}
