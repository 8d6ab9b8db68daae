import { formatSecondCode, generateSecondCode, parseSecondCode } from '../../invitations/read-out/second-code';
import type { UserKey } from '../../../shared/identifiers/user-key';
import type { Random } from '../../../shared/random';
import type { RequestTrace } from '../../../shared/request-origin';
import { accept, refuse, type Result } from '../../../shared/result';
import { DAY } from '../../../shared/time/duration';

/** `case-KX4P-7MQ2`: short, because it is read out on the phone. No secret: it opens nothing, and only staff find by it. */
export type CaseReference = string & { readonly brand: 'CaseReference' };

const PREFIX = 'case-';

export function generateCaseReference(random: Random): CaseReference {
  return `${PREFIX}${formatSecondCode(generateSecondCode(random))}` as CaseReference;
}

/** Ignores case, spaces, dashes and whether the prefix was typed. */
export function parseCaseReference(input: string): CaseReference | null {
  const code = parseSecondCode(input.trim().replace(/^case\b/i, ''));
  return code && (`${PREFIX}${formatSecondCode(code)}` as CaseReference);
}

/** What a person called about: a phone that they lost, or everything, which is frozen then. */
export const CASE_SUBJECTS = ['lost-phone', 'frozen'] as const;

/** By what it was opened: the password, a code by mail, a signed-in session, a phone of theirs, or the link of a mail. */
export const CASE_PROOFS = ['password', 'mailed-code', 'session', 'phone', 'link'] as const;
export type CaseProof = (typeof CASE_PROOFS)[number];

/** How long the mailed link "It wasn't me" works, and how long an open case is listed. */
export const CASE_LIFETIME_MS = 7 * DAY;

type Common = UserKey & {
  readonly reference: CaseReference;
  /** Grows by one with every move; a save must name the version it read. */
  readonly version: number;
  readonly about: (typeof CASE_SUBJECTS)[number];
  readonly proof: CaseProof;
  readonly openedAt: Date;
  readonly trace: RequestTrace;
  /** What it has locked, by the names of then. Of a frozen account it is every device. */
  readonly locked: readonly LockedDevice[];
  /** Of the browser that may go on with it; null if no browser opened it. */
  readonly holderHash: string | null;
  /** Of the mailed link, in hexadecimal. */
  readonly tokenHash: string;
  /** When its user said "It wasn't me"; null if they have not. */
  readonly disputedAt: Date | null;
};

export type LockedDevice = { instanceId: string; name: string };

export type OpenCase = Common & { readonly state: 'open' };
/** @property closedBy by user ID; null if this site did, because the freeze was lifted */
export type ClosedCase = Common & {
  readonly state: 'closed';
  readonly closedAt: Date;
  readonly closedBy: string | null;
};

/** Opened for the helpdesk when somebody locks out whoever has a part of their account. */
export type SafetyCase = OpenCase | ClosedCase;

export function withLocked(opened: OpenCase, device: LockedDevice): OpenCase {
  return { ...opened, version: opened.version + 1, locked: [...opened.locked, device] };
}

export function markFrozen(opened: OpenCase): OpenCase {
  return { ...opened, version: opened.version + 1, about: 'frozen' };
}

export type DisputeRefusal = 'over' | 'already-reported';

/** Its user says that it was not them. */
export function dispute(one: SafetyCase, now: Date): Result<SafetyCase, DisputeRefusal> {
  if (one.disputedAt !== null) return refuse('already-reported');
  if (now.getTime() >= one.openedAt.getTime() + CASE_LIFETIME_MS) return refuse('over');
  return accept({ ...one, version: one.version + 1, disputedAt: now });
}

export function close(opened: OpenCase, closedBy: string | null, closedAt: Date): ClosedCase {
  return { ...opened, version: opened.version + 1, state: 'closed', closedAt, closedBy };
}
