import type { AccountNotice } from './notices/account-notice';
import type { Role } from '../accounts/users/role';

/** Why a user gets a new activation, as mails and webhooks name it. */
export type ReissueReason = 'lost' | 'stolen' | 'new-phone' | 'failed' | 'expired' | 'other';

/** What a second member of staff is asked to approve. */
export type ApprovalSubject = { action: 'invitation' | 'removal' | 'lift'; userId: string; reason: ReissueReason };

/** What a second person is asked to agree to, though one could do it alone. */
export type ChangeAsked = 'disable' | 'remove' | 'take-role' | 'lock-device' | 'unlock-device';

/** What a system may do so often in a day. */
export type SystemBudget = 'account-changes' | 'new-accounts' | 'device-locks' | 'requests' | 'webhook-changes';

/** The origin of a request, in words that reveal no location. */
type RequestTrace = {
  /** "Firefox on Linux" */
  browser: string;
  /** A shortened network address such as `203.0.113.0/24`; null when unknown. */
  network: string | null;
};

/** The user that a mail is about and greets. */
type Greeting = { displayName: string; userId: string };

/**
 * Content of a mail. Members whose name ends in `Link`, and `code`, are secrets: like the rest they are encrypted at
 * rest and erased after delivery, and no webhook event contains them.
 */
export type MailContent =
  /** To the user: the link of an invitation, and how its page will check their identity. */
  | (Greeting & { kind: 'invitation'; invitationLink: string; proof: 'password' | 'read-out'; validUntil: Date })
  /** To the printer: the letter with an invitation's link, and a code that is typed instead of it. */
  | (Greeting & { kind: 'invitation-letter'; invitationLink: string; code: string; codeUrl: string; validUntil: Date })
  /** To the user: the code of an invitation whose link comes by letter. */
  | (Greeting & { kind: 'invitation-code'; code: string; validUntil: Date })
  /** To every address of the user. */
  | (Greeting & RequestTrace & { kind: 'device-activated'; device: string; at: Date; notMeLink: string })
  /** The new device has passed a test login; the old one is locked, and can be restored until then. */
  | (Greeting & {
      kind: 'device-retiring';
      device: string;
      newDevice: string;
      undoUntil: Date;
      undoUrl: string;
      notMeLink: string;
    })
  /** The old device has been removed for good. */
  | (Greeting & { kind: 'device-replaced'; device: string; newDevice: string; at: Date })
  /** To every address of the user: a change of the account. @property name of the device or passkey */
  | (Greeting & Omit<AccountNotice, 'instanceId'> & { kind: 'account-notice'; notMeUrl: string })
  /** To the manager on record of a caller: whether it is them. @property displayName of the caller, and their user ID */
  | { kind: 'manager-asked'; displayName: string; userId: string; askedBy: string; validUntil: Date; answerUrl: string }
  /** To an approver. */
  | (ApprovalSubject & { kind: 'approval-requested'; requestedBy: string; validUntil: Date; queueUrl: string })
  /** An alarm, to approvers and administrators. */
  | (ApprovalSubject & { kind: 'break-glass-used'; usedBy: string; justification: string; at: Date; alarmUrl: string })
  /** To a new user's preferred address: the link by which they set their first password. */
  | (Greeting & { kind: 'account-invitation'; passwordLink: string; validUntil: Date })
  /** To every known address: the code for a forgotten password, asked for by somebody who is not signed in. */
  | (Greeting & { kind: 'password-code'; code: string; validUntil: Date })
  /** To every known address: the code that confirms what somebody does who is signed in. */
  | (Greeting & { kind: 'confirmation-code'; code: string; validUntil: Date })
  /** To whoever may agree: somebody is to get a role of the staff. */
  | { kind: 'role-requested'; userId: string; role: Role; requestedBy: string; validUntil: Date; queueUrl: string }
  /** To whoever may agree: an account or a device of somebody is to be changed. */
  | {
      kind: 'change-requested';
      change: ChangeAsked;
      userId: string;
      role: Role | null;
      instanceId: string | null;
      requestedBy: string;
      validUntil: Date;
      queueUrl: string;
    }
  /** An alarm, to approvers and administrators: a system has used up what it may change in a day. */
  | { kind: 'service-budget-used-up'; name: string; budget: SystemBudget; at: Date; alarmUrl: string }
  /** To whoever may agree: a system is to have a service account, or one is to have more scopes. */
  | {
      kind: 'service-account-requested';
      name: string;
      isNew: boolean;
      requestedBy: string;
      validUntil: Date;
      queueUrl: string;
    }
  /** To administrators: somebody was shown the first key of a service account. */
  | { kind: 'service-key-made'; name: string; madeBy: string; at: Date; accountUrl: string }
  /** To administrators: somebody was shown a new key. @property earlierUntil until when the one before it opens */
  | { kind: 'service-key-replaced'; name: string; madeBy: string; at: Date; earlierUntil: Date; accountUrl: string }
  /** To administrators, before a service account expires. */
  | { kind: 'service-account-expiring'; name: string; validUntil: Date; accountUrl: string }
  /** To the helpdesk: the user has pressed "It wasn't me". */
  | (RequestTrace & { kind: 'not-me-reported'; userId: string; device: string; at: Date; alarmUrl: string });

/** Mails to people; the mail with a letter is for the print room. */
export type PersonalContent = Exclude<MailContent, { kind: 'invitation-letter' }>;
export type MailKind = MailContent['kind'];
