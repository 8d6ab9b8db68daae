import type { UserKey } from '../shared/identifiers/user-key';
import type { SignedHead } from '../audit/audit-head';
import type { ApprovalSubject } from './mail-content';

/** Whom an event is about. */
/** Facts of an invitation's life that other systems may follow. None of them holds a link, a code or a password. */
type InvitationEventType =
  | 'invitation-created'
  | 'invitation-opened'
  | 'invitation-completed'
  | 'invitation-declined'
  | 'invitation-revoked'
  | 'invitation-expired';

/** What a webhook tells. Everything that a mail tells is here too, without secrets, links and codes. */
export type WebhookEvent = UserKey & { at: Date } & (
    | { type: InvitationEventType; invitationId: string; ticket: string | null }
    | { type: 'device-activated'; instanceId: string; device: string }
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

/** What is told past the outbox. */
export type AuditHeadEvent = { type: 'audit-head-signed'; at: Date; head: SignedHead };

export type WebhookEventType = WebhookEvent['type'];
