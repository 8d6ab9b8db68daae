import { DAY, MINUTE } from '../../shared/time/duration';

/** How long an answer is kept for a repetition. */
export const KEPT_MS = DAY;

/** Longer than any request takes: after a crash the key is free again then. */
export const LEASE_MS = MINUTE;

/** A stored answer. @property body as it was sent */
export type KeptAnswer = { status: number; body: string | null; headers: Record<string, string> };

/** @property fingerprint of the request, as a hash: the same key with another is an error */
export type KeyedRequest = { serviceAccountId: string; key: string; fingerprint: string };

export type Begun =
  | { kind: 'begun' }
  /** The same is under way. */
  | { kind: 'under-way' }
  /** The key belongs to another request. */
  | { kind: 'other-request' }
  | { kind: 'answered'; answer: KeptAnswer };

/**
 * PORT: writes that clients repeat with one `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header-07). Of those
 * that arrive at once, on whichever replica, one begins.
 */
export interface IdempotencyStore {
  /** @param at.leasedUntil also identifies the caller, for `finish` and `release` */
  begin(request: KeyedRequest, at: { now: Date; leasedUntil: Date; keptUntil: Date }): Promise<Begun>;
  finish(request: KeyedRequest, leasedUntil: Date, answer: KeptAnswer): Promise<void>;
  /** Lets it be begun again: nothing was answered. */
  release(request: KeyedRequest, leasedUntil: Date): Promise<void>;
  purge(now: Date): Promise<void>;
}
