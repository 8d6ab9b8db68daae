import { prefixedId } from '../../shared/identifiers/prefixed-id';
import type { Random } from '../../shared/random';

/** Three letters that name the kind, and 32 hexadecimal digits, 128 random bits. Not a secret. */
export type ApprovalId = string & { readonly brand: 'ApprovalId' };

export function parseApprovalId(text: string): ApprovalId | null {
  return /^[a-z]{3}-[0-9a-f]{32}$/.test(text) ? (text as ApprovalId) : null;
}

export function generateApprovalId(prefix: string, random: Random): ApprovalId {
  return prefixedId<ApprovalId>(prefix).generate(random);
}

type Common<Subject> = {
  readonly id: ApprovalId;
  /** Grows by one with every move; a save must name the version it read. */
  readonly version: number;
  /** What the kind of the request says of it. */
  readonly subject: Subject;
  /** Whom it concerns; null where it concerns no user. */
  readonly userId: string | null;
  readonly domain: string;
  /** See `requesterKey`. */
  readonly requestedBy: string;
  readonly requestedAt: Date;
  /** When it expires undecided. */
  readonly endsAt: Date;
};

type Ended = { readonly endedAt: Date };

export type Awaiting<Subject> = Common<Subject> & {
  readonly state: 'awaiting';
  readonly decidedBy: null;
  readonly endedAt: null;
};

/**
 * @property decidedBy null if somebody went on alone, which takes a justification
 * @property endedAt when it was carried out; null while it is due
 */
export type Approved<Subject> = Common<Subject> & {
  readonly state: 'approved';
  readonly decidedBy: string | null;
  readonly endedAt: Date | null;
};

export type Declined<Subject> = Common<Subject> & Ended & { readonly state: 'declined'; readonly decidedBy: string };
/** It was approved, and a rule forbids it by now. */
export type Withdrawn<Subject> = Common<Subject> &
  Ended & { readonly state: 'withdrawn'; readonly decidedBy: string | null };
export type Expired<Subject> = Common<Subject> & Ended & { readonly state: 'expired'; readonly decidedBy: null };

/** A request that takes a second person. */
export type Approval<Subject> =
  | Awaiting<Subject>
  | Approved<Subject>
  | Declined<Subject>
  | Withdrawn<Subject>
  | Expired<Subject>;

export type ApprovalState = Approval<unknown>['state'];

/** @param decidedBy null if somebody goes on alone @param endedAt null if it is still to be carried out */
export function approve<Subject>(
  awaiting: Awaiting<Subject>,
  decidedBy: string | null,
  endedAt: Date | null,
): Approved<Subject> {
  return { ...awaiting, version: awaiting.version + 1, state: 'approved', decidedBy, endedAt };
}

export function decline<Subject>(awaiting: Awaiting<Subject>, decidedBy: string, endedAt: Date): Declined<Subject> {
  return { ...awaiting, version: awaiting.version + 1, state: 'declined', decidedBy, endedAt };
}

export function expire<Subject>(awaiting: Awaiting<Subject>, endedAt: Date): Expired<Subject> {
  return { ...awaiting, version: awaiting.version + 1, state: 'expired', endedAt };
}

/** It is carried out. */
export function finish<Subject>(approved: Approved<Subject>, endedAt: Date): Approved<Subject> {
  return { ...approved, version: approved.version + 1, endedAt };
}

export function withdraw<Subject>(approved: Approved<Subject>, endedAt: Date): Withdrawn<Subject> {
  return { ...approved, version: approved.version + 1, state: 'withdrawn', endedAt };
}

/** Whether it may be decided still: what is overdue awaits nobody, whatever the round has come to. */
export function isOpen<Subject>(approval: Approval<Subject>, now: Date): approval is Awaiting<Subject> {
  return approval.state === 'awaiting' && now < approval.endsAt;
}
