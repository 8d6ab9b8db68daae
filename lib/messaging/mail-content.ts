/** Why a person gets a new activation, as mails and webhooks name it. */
export type ReissueReason = 'lost' | 'stolen' | 'new-phone' | 'failed' | 'expired' | 'other';

/** What a second person is asked to approve. */
export type ApprovalSubject = { action: 'invitation' | 'removal'; userId: string; reason: ReissueReason };

/** Where a request came from, in words that give nobody's place away. */
type RequestTrace = {
  /** "Firefox on Linux" */
  browser: string;
  /** A shortened network address such as `203.0.113.0/24`; null when it is not known. */
  network: string | null;
};

/** Whom a mail is about, and how it greets them. */
type Greeting = { displayName: string; userId: string };

/**
 * What a mail says. A member whose name ends in `Link`, and `code`, do something for whoever has them: they are sealed at
 * rest like the rest of a content, erased when the mail is handed over, and in no webhook event.
 */
export type MailContent =
  /** To the user: the way into an invitation, and how its page will ask who it is. */
  | (Greeting & { kind: 'invitation'; invitationLink: string; proof: 'password' | 'read-out'; validUntil: Date })
  /** To the printer: the letter that leads into an invitation, as a document to print and hand over closed. */
  | (Greeting & { kind: 'invitation-letter'; invitationLink: string; validUntil: Date })
  /** To the user: the code to an invitation whose link comes in a letter. */
  | (Greeting & { kind: 'invitation-code'; code: string; validUntil: Date })
  /** To every known address of the user. */
  | (Greeting & RequestTrace & { kind: 'device-activated'; device: string; at: Date; notMeLink: string })
  /** The new device has passed a test login; the old one no longer works, and can be brought back until then. */
  | (Greeting & { kind: 'device-retiring'; device: string; newDevice: string; undoUntil: Date; undoUrl: string })
  /** The old device has been removed for good. */
  | (Greeting & { kind: 'device-replaced'; device: string; newDevice: string; at: Date })
  /** To an approver. */
  | (ApprovalSubject & { kind: 'approval-requested'; requestedBy: string; validUntil: Date; queueUrl: string })
  /** An alarm, to approvers and administrators. */
  | (ApprovalSubject & { kind: 'break-glass-used'; usedBy: string; justification: string; at: Date; userUrl: string })
  /** To the helpdesk: somebody has pressed "It wasn't me". */
  | (RequestTrace & { kind: 'not-me-reported'; userId: string; device: string; at: Date; userUrl: string });

export type MailKind = MailContent['kind'];
