import type { Permission } from '../access/permission';
import type { PhoneRefusal } from '../access/phone-challenge-gateway';
import type { FailureReason } from '../activation/activation';
import type { ReplacementFact } from '../authenticators/replacement-fact';
import type { ExportFormat } from '../shared/export-rows';
import type { ChainVerdict } from './chain-verdict';
import type { Forgery } from '../shared/forged-image-report';
import type { HelpdeskFact } from '../helpdesk/helpdesk-fact';

/** Who did it. `system` is this software acting on its own: an expiry, a step seen at the gateway. */
export type Actor = { kind: 'user'; userId: string } | { kind: 'anonymous' } | { kind: 'phone' } | { kind: 'system' };

/** Whom it concerns; null when nobody known. */
export type Subject = { userId: string; domain: string } | null;

/** Ties records to the request they came from. */
export type AuditContext = { actor: Actor; subject: Subject; correlationId: string; address: string | null };

type ActivationEventType =
  | 'activation-requested'
  | 'activation-issued'
  | 'activation-scanned'
  | 'activation-verified'
  | 'activation-linked'
  | 'activation-active'
  | 'activation-expired'
  | 'activation-cancelled'
  | 'activation-superseded';

/**
 * How a phone sign-in ends without a session while the asking browser only waits. `wrong-signature` is found in stored
 * records alone: what a phone has not signed ends nothing.
 */
export type PhoneSignInEnd = PhoneRefusal | 'wrong-signature' | 'cancelled-on-page' | 'expired';

/**
 * Everything that is recorded. Stored records are read back as this type and hashed as they are: a change to an
 * existing member needs a migration and a new chain, so add members instead.
 */
export type AuditFact =
  | HelpdeskFact
  | ReplacementFact
  | { type: 'sign-in-succeeded' }
  | { type: 'sign-in-failed'; claimedUserId: string; reason: 'invalid-credentials' | 'too-many-attempts' }
  /**
   * How many attempts were refused over a limit until its window ended; the first is recorded apart where it is somebody's.
   * `limit` names what is counted and per what, as `limits.ts` does; `since` and `until` in ISO 8601.
   */
  | { type: 'attempts-refused'; limit: string; attempts: number; since: string; until: string }
  | { type: 'step-up-succeeded' }
  | { type: 'step-up-failed'; reason: 'wrong-password' | 'too-many-attempts' }
  | { type: 'signed-out' }
  | { type: 'signed-out-everywhere'; sessions: number }
  | { type: 'password-changed' }
  | { type: 'account-created' }
  | { type: 'activation-refused'; reason: string }
  | { type: ActivationEventType; activationId: string }
  | { type: 'activation-failed'; activationId: string; reason: FailureReason }
  /** Offline: the phone has read the first image, which what the person typed proves. */
  | { type: 'device-code-accepted'; activationId: string }
  | { type: 'activation-code-refused'; activationId: string; code: 'device-code' | 'signature' }
  | { type: 'image-viewed'; activationId: string; format: 'svg' | 'png' }
  | { type: 'authenticator-renamed'; instanceId: string; name: string }
  | { type: 'authenticator-locked' | 'authenticator-unlocked' | 'authenticator-removed'; instanceId: string }
  | {
      type: 'login-tested';
      instanceId: string;
      outcome: 'valid' | 'wrong-password' | 'already-used' | 'locked' | 'clock-off';
    }
  | { type: 'phone-sign-in-requested' }
  | { type: 'phone-sign-in-sent'; claimedUserId: string }
  /** A dead letter is tried again. */
  | { type: 'message-replayed'; messageId: string }
  | { type: 'phone-sign-in-succeeded'; instanceId: string }
  | {
      type: 'phone-sign-in-refused';
      /** Null when no phone has proved itself. */
      instanceId: string | null;
      /** `not-approved`: a browser wanted the session of a challenge that was not its own, not approved, or used up. */
      reason: PhoneSignInEnd | 'not-approved' | 'too-many-attempts' | 'no-account';
    }
  /** Recorded before the first row leaves; the period in ISO 8601. */
  | { type: 'activations-exported'; format: ExportFormat; from: string; to: string }
  | {
      type: 'audit-log-exported';
      format: ExportFormat;
      from: string;
      to: string;
      /** What the records were chosen by; null for any. */
      ofType: string | null;
      subjectUserId: string | null;
      actorUserId: string | null;
    }
  /** How often somebody reached for what they may not do, since when (ISO 8601); see `AuditTally`. */
  | { type: 'permission-refused'; permission: Permission; times: number; since: string }
  /** What had been recorded when hashes got a key: everything behind this record has one. */
  | { type: 'audit-log-keyed'; records: number; lastHash: string }
  | { type: 'audit-log-verified'; verdict: ChainVerdict }
  /** A phone's word, which anybody could have given. */
  | { type: 'forged-image-reported'; forgery: Forgery; keyId: string; claimedUserId: string };

export type AuditEvent = AuditFact & AuditContext;
export type AuditEventType = AuditFact['type'];
