import type { UserKey } from '../../../shared/identifiers/user-key';
import type { ManagerRequestId } from '../../../shared/identifiers/manager-request-id';
import type { SideEffects } from '../../../messaging/new-message';
import { accept, refuse, type Result } from '../../../shared/result';
import { HOUR, MINUTE } from '../../../shared/time/duration';
import type { CheckWords } from '../check-words';

/** How long a manager may take to answer, and how long a confirmation may be used, in milliseconds. */
export const ANSWER_WITHIN_MS = HOUR;
export const USE_WITHIN_MS = 15 * MINUTE;

/** An agent's question to a caller's manager, whether the caller is who they say. */
export type ManagerRequest = UserKey & {
  readonly id: ManagerRequestId;
  /** Grows by one with every move; a save must name the version it read. */
  readonly version: number;
  readonly state: 'waiting' | 'confirmed' | 'declined' | 'redeemed';
  readonly managerUserId: string;
  /** The agent, of the same domain. */
  readonly askedBy: string;
  /** What the agent's page and the manager's show; null once it is answered. */
  readonly words: CheckWords | null;
  readonly askedAt: Date;
  /** Until when a waiting one can be answered, and a confirmed one be used. */
  readonly expiresAt: Date;
};

export function answer(request: ManagerRequest, isConfirmed: boolean, now: Date): Result<ManagerRequest, 'over'> {
  if (request.state !== 'waiting' || now >= request.expiresAt) return refuse('over');
  const moved = { ...request, version: request.version + 1, words: null };
  if (!isConfirmed) return accept({ ...moved, state: 'declined' });
  return accept({ ...moved, state: 'confirmed', expiresAt: new Date(now.getTime() + USE_WITHIN_MS) });
}

/** The words are bound to their request by this context of their encryption. */
export function managerWordsContext(id: string): string {
  return `manager request ${id} words`;
}

/** It counts for one invitation. */
export function redeem(request: ManagerRequest): ManagerRequest {
  return { ...request, version: request.version + 1, state: 'redeemed' };
}

/** PORT: stores questions to managers. Every write is one transaction with its side effects and a notice to the `ChangeFeed`. */
export interface ManagerRequestStore {
  /** One of another domain is not there. */
  find(id: ManagerRequestId, domain: string): Promise<ManagerRequest | null>;
  /** Forgets those that were over a day before it, too. */
  create(request: ManagerRequest, sideEffects: SideEffects): Promise<void>;
  /** Saves a move; `request.version` is one above the version that was read. */
  save(request: ManagerRequest, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>>;
}
