import type { Challenge, Sent, Waiting } from './challenge';
import type { Owner } from '../gateway-store';

/**
 * PORT: the challenges of people who sign in with their phone. Every method is one atomic step, durable when its promise
 * resolves, and every change is told to whoever waits under the challenge's request key, in any process. What is sent to a
 * person, and every change of it but that its time is over, is told to whoever waits for that person's login requests.
 */
export interface ChallengeStore {
  /** @throws Error when the key or the request key is taken, which random ones never are */
  add(challenge: Waiting): Promise<void>;
  /** @param keyHash see `Challenge` */
  findByKey(keyHash: string): Promise<Challenge | null>;
  findByRequest(requestKey: string): Promise<Challenge | null>;
  /** Those that were sent to a person and that no phone has read, opened last first. */
  listSentTo(addressee: Owner, now: Date): Promise<Sent[]>;
  /** When phones of a person answered with a wrong number, since a time, in ascending order. */
  wrongNumbersOf(owner: Owner, since: Date): Promise<Date[]>;
  /**
   * Saves a move whose `version` is one more than the version read; of several made at once one is saved. A move to
   * `scanned`, `approved` or `redeemed` is saved only while the reader's device is active.
   * @returns false when nothing was saved
   */
  save(challenge: Exclude<Challenge, Waiting>): Promise<boolean>;
  /** Ends every live challenge whose time is over as `expired`. @returns their request keys */
  expire(now: Date): Promise<string[]>;
  /** Deletes what had its time before; says how many. */
  deleteExpiredBefore(time: Date): Promise<number>;
}
