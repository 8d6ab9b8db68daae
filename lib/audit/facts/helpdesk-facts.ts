import type { ROLES_CHANGED } from './account-life-facts';
import type { CALLER_TEST_OUTCOMES } from './device-facts';
import type { PhoneRequestEnd } from './phone-request-ends';

export const REISSUE_REASONS = ['lost', 'stolen', 'new-phone', 'failed', 'expired', 'other'] as const;

export const DELIVERIES = ['mail', 'letter', 'phone'] as const;

/** How an agent verified the caller. */
export const CALLER_CHECKS = [
  'call-back',
  'identity-document',
  'manager',
  'login-request',
  'one-time-password',
] as const;

export const OLD_DEVICE_FATES = ['lock', 'keep', 'remove'] as const;

/** Why a request for an invitation was refused. */
export const INVITATION_REFUSALS = [
  'reason-missing',
  'ticket-missing',
  'lifetime-out-of-range',
  'justification-missing',
  'old-device-missing',
  'evidence-missing',
  'evidence-malformed',
  'caller-check-insufficient',
  'device-may-not-vouch',
  'one-time-password-wrong',
  'check-not-offered',
  'caller-not-confirmed',
  'phone-answered-too-often',
  'too-many-attempts',
  'no-mail-address',
  'letter-not-possible',
  'own-account',
  'too-many-invitations',
  'nobody-to-alarm',
  'break-glass-used-up',
  'account-frozen',
  'account-disabled',
  'number-not-on-record',
  'manager-not-confirmed',
] as const;

/** How the opener proved to be the invited user. */
export const INVITATION_PROOFS = ['code', 'password', 'read-out', 'signed-in'] as const;

/** Why the proof with an invitation's link was refused. */
export const OPENING_REFUSALS = [
  'proof-missing',
  'wrong-code',
  'wrong-password',
  'too-many-attempts',
  'revoked',
] as const;

export const REVOCATION_REASONS = [
  'by-staff',
  'replaced',
  'too-many-wrong-codes',
  'not-me',
  'password-reset',
  'account-disabled',
  'account-frozen',
] as const;

/** Why a device was disowned. */
export const DISOWNING_CAUSES = ['not-me', 'revoked-invitation'] as const;

type About = { invitationId: string };

/** What takes a second person although one could do it alone. */
export const CHANGES = ['disable', 'remove', 'take-role', 'lock-device', 'unlock-device'] as const;

/** @property instanceId of the device; null for a change of the account */
type Change = {
  requestId: string;
  change: (typeof CHANGES)[number];
  role: (typeof ROLES_CHANGED)[number] | null;
  instanceId: string | null;
};

/** Facts about the helpdesk's work. No member can hold a link, a code or a password. */
export type HelpdeskFact =
  | (About & {
      type: 'invitation-requested';
      reason: (typeof REISSUE_REASONS)[number];
      reasonText: string | null;
      ticket: string;
      delivery: (typeof DELIVERIES)[number];
      lifetimeSeconds: number;
      /**
       * @property detail the end of a number, a manager's user ID, a device's instance ID, or what was noted
       * @property isNote nothing compared it; not in records of earlier versions
       */
      evidence: readonly { method: (typeof CALLER_CHECKS)[number]; detail: string; isNote?: true }[];
      weight: number;
      required: number;
      oldDevice: { instanceId: string; fate: (typeof OLD_DEVICE_FATES)[number] } | null;
      needsApproval: boolean;
    })
  | { type: 'invitation-refused'; reason: (typeof INVITATION_REFUSALS)[number]; ticket: string }
  | (About & { type: 'invitation-approved' | 'invitation-sent' | 'invitation-expired' })
  | (About & { type: 'invitation-declined'; note: string | null })
  | (About & { type: 'invitation-opened'; proof: (typeof INVITATION_PROOFS)[number] })
  | (About & { type: 'invitation-opening-refused'; reason: (typeof OPENING_REFUSALS)[number] })
  /** An invitation opened a session that may only activate a device. */
  | (About & { type: 'invited-session-opened' })
  | (About & { type: 'invitation-used'; activationId: string; instanceId: string })
  | (About & { type: 'invitation-revoked'; why: (typeof REVOCATION_REASONS)[number] })
  /** A caller read out a one-time password. */
  | { type: 'caller-device-tested'; instanceId: string; outcome: (typeof CALLER_TEST_OUTCOMES)[number] }
  /** A challenge was sent to a caller's phones. @property requestId of the challenge, as in the next two */
  | { type: 'caller-asked'; requestId: string }
  | { type: 'caller-confirmed'; requestId: string; instanceId: string }
  /** @property instanceId null if no phone answered */
  | { type: 'caller-not-confirmed'; requestId: string; reason: PhoneRequestEnd; instanceId: string | null }
  /** The caller's manager was asked whether it is them, and answered. */
  | { type: 'manager-asked'; requestId: string; managerUserId: string }
  | { type: 'manager-answered'; requestId: string; isConfirmed: boolean }
  /** An agent went on without approval. @property requestId of an invitation or a removal */
  | { type: 'break-glass-used'; requestId: string; justification: string }
  | {
      type: 'removal-requested';
      removalId: string;
      instanceId: string;
      reason: (typeof REISSUE_REASONS)[number];
      ticket: string;
    }
  | (Change & { type: 'change-requested'; ticket: string | null })
  | (Change & { type: 'change-approved' | 'change-declined' | 'change-request-expired' })
  | { type: 'removal-approved' | 'removal-expired'; removalId: string; instanceId: string }
  | { type: 'removal-declined'; removalId: string; instanceId: string; note: string | null }
  /** @property requestId of the invitation or removal; null if there is none */
  | { type: 'device-locked-by-helpdesk' | 'device-removed-by-helpdesk'; instanceId: string; requestId: string | null }
  /** The agent undid a lock of their own. @property requestId of the invitation that it came with; null if none */
  | { type: 'device-unlocked-by-helpdesk'; instanceId: string; requestId: string | null }
  | {
      type: 'device-disowned';
      instanceId: string;
      activationId: string;
      cause: (typeof DISOWNING_CAUSES)[number];
    }
  | { type: 'disowned-device-locked'; instanceId: string; activationId: string };
