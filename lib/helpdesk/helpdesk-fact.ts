import type { PhoneSignInEnd } from '../audit/audit-event';
import type { OneTimePasswordRefusal } from '../authenticators/authenticator-directory';
import type { CallerEvidence } from './caller-check';
import type { DisownedNotice } from './device-notice';
import type { Proof, RevocationReason } from './invitation';
import type { Delivery, OldDeviceFate, ReissueReason } from './reissue';

type About = { invitationId: string };

/** What is recorded of the helpdesk's work. No member has a place for a link, a code or a password. */
export type HelpdeskFact =
  | (About & {
      type: 'invitation-requested';
      reason: ReissueReason;
      reasonText: string | null;
      ticket: string;
      delivery: Delivery;
      lifetimeSeconds: number;
      evidence: readonly CallerEvidence[];
      weight: number;
      required: number;
      oldDevice: { instanceId: string; fate: OldDeviceFate } | null;
      needsApproval: boolean;
    })
  | { type: 'invitation-refused'; reason: string; ticket: string }
  | (About & { type: 'invitation-approved' | 'invitation-sent' | 'invitation-expired' })
  | (About & { type: 'invitation-declined'; note: string | null })
  | (About & { type: 'invitation-opened'; proof: Proof })
  | (About & { type: 'invitation-opening-refused'; reason: string })
  /** Somebody was let in by an invitation, to activate a device and nothing else. */
  | (About & { type: 'invited-session-opened' })
  | (About & { type: 'invitation-used'; activationId: string; instanceId: string })
  | (About & { type: 'invitation-revoked'; why: RevocationReason })
  /** A one-time password that a caller has read out. */
  | { type: 'caller-device-tested'; instanceId: string; outcome: 'valid' | OneTimePasswordRefusal['code'] }
  /** A caller's phones were asked whether it is they who call. @property requestId of the question, as in the next two */
  | { type: 'caller-asked'; requestId: string }
  | { type: 'caller-confirmed'; requestId: string; instanceId: string }
  /** @property instanceId null when no phone has answered */
  | { type: 'caller-not-confirmed'; requestId: string; reason: PhoneSignInEnd; instanceId: string | null }
  /** A member of staff went on without a second person. @property requestId of an invitation or a removal */
  | { type: 'break-glass-used'; requestId: string; justification: string }
  | { type: 'removal-requested'; removalId: string; instanceId: string; reason: ReissueReason; ticket: string }
  | { type: 'removal-approved' | 'removal-expired'; removalId: string; instanceId: string }
  | { type: 'removal-declined'; removalId: string; instanceId: string; note: string | null }
  /** @property requestId of what it was done for; null when it stands alone */
  | { type: 'device-locked-by-helpdesk' | 'device-removed-by-helpdesk'; instanceId: string; requestId: string | null }
  | { type: 'device-disowned'; instanceId: string; activationId: string; cause: DisownedNotice['cause'] }
  | { type: 'disowned-device-locked'; instanceId: string; activationId: string };
