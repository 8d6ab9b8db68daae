import type { SideEffects } from '../../messaging/new-message';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { Random } from '../../shared/random';
import type { RequestOrigin } from '../../shared/request-origin';
import { SECOND } from '../../shared/time/duration';
import type { MailedPurpose, MailedSecret } from './mailed-secret';

/** What somebody who is not signed in asks a code for. */
export type AskedPurpose = Extract<MailedPurpose, 'forgotten-password' | 'lost-phone'>;

/**
 * A code that was asked for and is not made yet, whether there is such a user or not.
 * @property holderHash of the browser that asked
 * @property dueAt when it is made; see `drawDelay`
 */
export type CodeRequest = {
  id: string;
  purpose: AskedPurpose;
  user: UserKey;
  holderHash: string;
  origin: RequestOrigin;
  dueAt: Date;
};

/** @property now for what the store clears out */
export type MadeCode = { secret: MailedSecret; sideEffects: SideEffects; now: Date };

/** PORT: requests for codes. They outlive the process that took them. */
export interface CodeRequestStore {
  add(request: CodeRequest): Promise<void>;
  /** The longest due first. */
  listDue(now: Date, limit: number): Promise<CodeRequest[]>;
  /**
   * Ends a request, in one transaction with the code that it leads to.
   * @param madeCode null for a request that leads to none
   * @returns false if another process has ended it, whose code is the one that counts
   */
  end(id: string, madeCode: MadeCode | null): Promise<boolean>;
}

/** Long enough to be lost among everything else that a site does, and short enough to wait for. */
export const SHORTEST_DELAY_MS = SECOND;
export const LONGEST_DELAY_MS = 8 * SECOND;

/** How long a code waits to be made: whoever times the site's next answers does not know which of them to compare. */
export function drawDelay(random: Random): number {
  const [high = 0, low = 0] = random.bytes(2);
  return SHORTEST_DELAY_MS + Math.floor(((high * 256 + low) / 65_536) * (LONGEST_DELAY_MS - SHORTEST_DELAY_MS));
}
