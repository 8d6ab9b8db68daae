import type { Permission } from '../../accounts/users/permission';
import type { AuditContext, AuditEvent } from '../../audit/audit-event';
import type { MailContent } from '../../messaging/mail-content';
import type { NewMessage } from '../../messaging/new-message';
import type { Result } from '../../shared/result';
import type { Approval, Approved, Awaiting, Declined } from './approval';
import type { ApprovalFacts } from './approval-facts';
import type { StoredKind } from './approval-store';
import type { DecisionRefusal } from './decision';

/** What becomes of a request, as it is recorded and announced. */
export type ApprovalMove = 'requested' | 'approved' | 'declined' | 'expired';

/** @property events recorded with the move that ends it */
export type CarriedOut = { outcome: 'done' | 'withdrawn'; events: AuditEvent[] };

/** @property events recorded beside the decision @property messages sent with it */
export type Prepared<Subject> = { subject: Subject; events: AuditEvent[]; messages: NewMessage[] };

/**
 * Who asks for something, and for whom, by their names.
 * @property person empty where it concerns nobody
 * @property queueUrl the page where it is decided
 */
export type AskedInWords = { person: string; requestedBy: string; queueUrl: string };

/** What deciding takes of a kind. */
export type DecidableKind<Subject extends object, Ports = unknown, Unmet extends string = never> = StoredKind<
  Subject,
  Unmet
> & {
  /** Three letters that its identifiers begin with. */
  readonly prefix: string;
  /** The permission to be the second person. */
  readonly decidedWith: Permission;
  /** What those who may decide it are written. */
  readonly mailOf: (awaiting: Awaiting<Subject>, asked: AskedInWords) => MailContent;
  /** What other systems are told of it. Left out: nothing, not even that it waits. */
  readonly describe?: (subject: Subject) => ApprovalFacts;
  /** @param note the second person's, if they decline */
  readonly eventOf: (
    move: Exclude<ApprovalMove, 'requested'>,
    approval: Approval<Subject>,
    context: AuditContext,
    note: string | null,
  ) => AuditEvent;
  /** Events for webhooks. Left out: none. */
  readonly announce?: (move: ApprovalMove, approval: Approval<Subject>, at: Date) => NewMessage[];
  /** The record of a decision that was refused. Left out: none. */
  readonly refusalEvent?: (
    approval: Approval<Subject>,
    refusal: Exclude<DecisionRefusal, 'not-found'> | Unmet,
    context: AuditContext,
  ) => AuditEvent;
  /** Makes of the subject what the decision saves with it. Left out: the subject stays as it is. */
  readonly prepare?: (
    ports: Ports,
    decided: Approved<Subject> | Declined<Subject>,
    context: AuditContext,
  ) => Promise<Result<Prepared<Subject>, Unmet>>;
  /**
   * Does what was approved, after the transaction of the approval. Left out: the store does it in that transaction.
   * @throws GatewayError if the gateway fails: it is tried again, so every step may be repeated
   */
  readonly carryOut?: (ports: Ports, approved: Approved<Subject>) => Promise<CarriedOut>;
};

/**
 * A kind of request that takes a second person. It is declared once, in the room whose matter it is; the composition lists
 * all of them.
 */
export type ApprovalKind<Subject extends object, Ports = unknown, Unmet extends string = never> = Omit<
  DecidableKind<Subject, Ports, Unmet>,
  'eventOf'
> & {
  /** @param note the second person's, if they decline */
  readonly eventOf: (
    move: ApprovalMove,
    approval: Approval<Subject>,
    context: AuditContext,
    note: string | null,
  ) => AuditEvent;
};
