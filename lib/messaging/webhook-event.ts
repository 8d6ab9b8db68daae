import type { UserKey } from '../shared/identifiers/user-key';
import type { SignedHead } from '../audit/audit-head';
import type { ApprovalSubject } from './mail-kinds/approval-mails';

/** Events of an invitation's life. None contains a link, a code or a password. */
type InvitationEventType =
  | 'invitation-created'
  | 'invitation-opened'
  | 'invitation-completed'
  | 'invitation-declined'
  | 'invitation-revoked'
  | 'invitation-expired';

/** A webhook's event. Covers everything that mails report, without secrets, links and codes. */
export type WebhookEvent = UserKey & { at: Date } & (
    | { type: InvitationEventType; invitationId: string; ticket: string | null }
    /** @property usableFrom null for at once @property trustedFrom when it may approve changes */
    | {
        type: 'device-activated';
        instanceId: string;
        device: string;
        usableFrom: Date | null;
        trustedFrom: Date | null;
      }
    | { type: 'account-frozen' }
    | { type: 'case-opened'; reference: string; about: 'lost-phone' | 'frozen' }
    /** @property closedBy null if this site did, because the freeze was lifted */
    | { type: 'case-closed'; reference: string; closedBy: string | null }
    | { type: 'device-trusted'; instanceId: string; device: string }
    | { type: 'device-retiring' | 'device-replaced'; instanceId: string; newInstanceId: string }
    | (ApprovalSubject & { type: 'approval-requested'; approvalId: string; requestedBy: string })
    | (ApprovalSubject & {
        type: 'approval-decided';
        approvalId: string;
        decision: 'approved' | 'declined' | 'expired';
        /** Null when it expired. */
        decidedBy: string | null;
      })
    | (ApprovalSubject & { type: 'break-glass-used'; usedBy: string; justification: string })
    | { type: 'not-me-reported'; instanceId: string; device: string }
  );

/** Bypasses the outbox. */
export type AuditHeadEvent = { type: 'audit-head-signed'; at: Date; head: SignedHead };

/** Bypasses the outbox: a system tries its own webhook. */
export type WebhookTestEvent = { type: 'webhook-tested'; at: Date };

export type WebhookEventType = WebhookEvent['type'];

/** All of them, in the order in which they are offered. */
export const WEBHOOK_EVENT_TYPES = Object.keys({
  'invitation-created': true,
  'invitation-opened': true,
  'invitation-completed': true,
  'invitation-declined': true,
  'invitation-revoked': true,
  'invitation-expired': true,
  'device-activated': true,
  'device-trusted': true,
  'device-retiring': true,
  'device-replaced': true,
  'not-me-reported': true,
  'account-frozen': true,
  'case-opened': true,
  'case-closed': true,
  'approval-requested': true,
  'approval-decided': true,
  'break-glass-used': true,
} satisfies Record<WebhookEventType, true>) as WebhookEventType[];
