import type { PhoneRequestEnd } from './phone-request-ends';

export const SIGN_IN_FAILURES = ['invalid-credentials', 'too-many-attempts'] as const;

/** What a session was given besides a password; see `ProofKind`. */
export const PROOFS_GIVEN = [
  'one-time-password',
  'passkey',
  'new-passkey',
  'recovery-code',
  'device',
  'mailed-code',
  'provider',
  'provider-identity',
] as const;

/** What a session lacked the proofs for; see `ProtectedAction`. */
export const PROTECTED_ACTIONS = [
  'bind-device',
  'replace-device',
  'remove-device',
  'unlock-device',
  'rename-device',
  'act-as-staff',
  'decide-as-staff',
  'add-passkey',
  'remove-passkey',
  'turn-password-off',
  'turn-password-on',
  'make-recovery-code',
  'change-address',
  'confirm-caller',
] as const;

export const PASSKEY_PURPOSES = ['sign-in', 'proof', 'registration'] as const;

/** Why a passkey's answer was refused; see `PasskeyProblem`. */
export const PASSKEY_PROBLEMS = [
  'malformed',
  'unknown-challenge',
  'other-purpose',
  'unknown-passkey',
  'not-own',
  'not-verified',
  'counter-regressed',
  'no-account',
  'already-registered',
  'changed-meanwhile',
] as const;

/** Why a phone's approval was no proof for the session that asked; see `ConfirmationRefusal`. */
export const CONFIRMATION_REFUSALS = ['not-approved', 'other-person', 'on-probation', 'too-many-attempts'] as const;

/** Why an OpenID provider's answer opened nothing; see `ProviderProblem`. */
export const PROVIDER_PROBLEMS = [
  'refused-there',
  'not-verified',
  'no-user-id',
  'unknown-user',
  'bound-otherwise',
  'other-account',
  'not-fresh',
  'no-account',
  'changed-meanwhile',
] as const;

export const RECOVERY_CODE_REFUSALS = ['wrong-code', 'too-many-attempts'] as const;

export const STEP_UP_FAILURES = ['wrong-password', 'too-many-attempts'] as const;

/**
 * Why a browser got no session from a phone sign-in. `not-approved`: its challenge was not its own, not approved, or
 * already redeemed.
 */
export const PHONE_SIGN_IN_REFUSALS = ['not-approved', 'too-many-attempts', 'no-account'] as const;

/** Per what, and what is counted. */
export const LIMITS = [
  'network:sign-in',
  'network:phone-sign-in',
  'network:unapproved-session',
  'network:sent-sign-in',
  'network:link',
  'network:forgery-report',
  'network:forgotten-password',
  'network:mailed-secret',
  'network:passkey-challenge',
  'network:refused-passkey',
  'network:provider-answer',
  'network:service-key',
  'person:forgotten-password',
  'person:mailed-code',
  'person:password',
  'person:passwords-a-day',
  'person:passwords-a-day-from-known-networks',
  'person:passwords-a-day-in-known-browsers',
  'person:gateway-password',
  'person:gateway-passwords-a-day',
  'person:sent-sign-in',
  'person:caller-request',
  'person:manager-request',
  'person:phone-answer',
  'person:caller-answer',
  'person:recovery-code',
  'person:one-time-password',
  'person:one-time-passwords-in-a-row',
  'person:phone-confirmation',
  'person:long-read',
  'person:refused-start',
  'person:action',
  'person:break-glass',
  'person:asked-caller',
  'person:sent-invitation',
  'person:received-invitation',
  'person:made-activation-link',
  'person-network:password',
  /** Of proofs and test logins together. */
  'object:one-time-password',
  'object:test-login',
  'object:test-logins-a-day',
  'object:callers-one-time-password',
  'object:password-in-known-browser',
  'object:forgotten-password-in-known-browser',
  'object:sent-sign-in-of-known-browser',
  'object:phone-sign-in-of-known-browser',
  'object:step-up',
  'object:step-ups-a-day',
  'object:passkey-challenge',
  'object:refused-passkey',
  'object:invitation-password',
  'object:invitation-passwords-in-all',
  'object:activation-link',
  'object:rendering',
  'object:activation-code',
  'object:second-code',
  'object:invitation-start',
  'object:device-question',
  'object:phone-freeze',
  'object:refused-service-key',
  'object:machine-account-changes',
  'object:machine-new-accounts',
  'object:machine-device-locks',
  'object:machine-requests',
  'object:machine-webhook-changes',
  'object:refused-activation-link',
  'site:forgery-report',
] as const;

export const PERMISSIONS = [
  'activation:start',
  'activation:view',
  'authenticator:view',
  'authenticator:change',
  'profile:change',
  'caller:confirm',
  'user:find',
  'user:view',
  'invitation:view',
  'invitation:send',
  'invitation:revoke',
  'device:lock',
  'session:end',
  'removal:request',
  'approval:view',
  'approval:decide',
  'approval:break-glass',
  'alarm:view',
  'numbers:view',
  'numbers:export',
  'audit:read',
  'audit:verify',
  'audit:export',
  'message:view',
  'message:replay',
  'status:view',
  'webhook:manage',
  'account:view',
  'account:manage',
  'account:approve',
  'service-account:manage',
  'activation-link:make',
  'approval:list',
] as const;

/**
 * Not in records from before sessions kept them.
 * @property browser in words, such as "Chrome on Linux"
 * @property isNewBrowser whether the user had not signed in with it before; false at the first sign-in of an account
 */
type FromBrowser = { browser?: string; isNewBrowser?: boolean };

/** Facts about accounts, sessions and permissions. */
export type AccountFact =
  | { type: 'account-created' }
  | ({ type: 'sign-in-succeeded' } & FromBrowser)
  | { type: 'sign-in-failed'; claimedUserId: string; reason: (typeof SIGN_IN_FAILURES)[number] }
  | { type: 'phone-sign-in-requested' }
  | { type: 'phone-sign-in-sent'; claimedUserId: string }
  | ({ type: 'phone-sign-in-succeeded'; instanceId: string } & FromBrowser)
  | {
      type: 'phone-sign-in-refused';
      /** Null if no phone proved its key. */
      instanceId: string | null;
      reason: PhoneRequestEnd | (typeof PHONE_SIGN_IN_REFUSALS)[number];
    }
  /**
   * How many attempts were refused over a limit in its window; the first is also recorded by itself if it has a
   * subject. `since` and `until` are ISO 8601.
   */
  | { type: 'attempts-refused'; limit: (typeof LIMITS)[number]; attempts: number; since: string; until: string }
  | { type: 'step-up-succeeded' }
  | { type: 'step-up-failed'; reason: (typeof STEP_UP_FAILURES)[number] }
  | { type: 'proof-given'; proof: (typeof PROOFS_GIVEN)[number] }
  /** Wrong ones in a row, to prove the same user's sessions. */
  | { type: 'one-time-passwords-guessed'; tries: number }
  | { type: 'proof-missing'; action: (typeof PROTECTED_ACTIONS)[number] }
  | { type: 'passkey-added' | 'passkey-renamed' | 'passkey-removed'; passkeyId: string; name: string }
  | ({ type: 'passkey-sign-in-succeeded'; passkeyId: string } & FromBrowser)
  | {
      type: 'passkey-refused';
      purpose: (typeof PASSKEY_PURPOSES)[number];
      reason: (typeof PASSKEY_PROBLEMS)[number];
      /** Null if no passkey of this site answered. */
      passkeyId: string | null;
    }
  /** @property context the provider's `acr`; null if it named none */
  | ({ type: 'provider-sign-in-succeeded'; context: string | null } & FromBrowser)
  | { type: 'provider-refused'; reason: (typeof PROVIDER_PROBLEMS)[number] }
  /** The account is that of a subject of the issuer from now on. */
  | { type: 'provider-bound'; issuer: string }
  | { type: 'password-turned-off' }
  | { type: 'password-turned-on' }
  | { type: 'phone-confirmation-requested' }
  | {
      type: 'phone-confirmation-refused';
      /** Null if no phone of the user's proved its key. */
      instanceId: string | null;
      reason: PhoneRequestEnd | (typeof CONFIRMATION_REFUSALS)[number];
    }
  | { type: 'recovery-code-made'; browser?: string }
  | { type: 'recovery-code-deleted' }
  | { type: 'recovery-code-refused'; reason: (typeof RECOVERY_CODE_REFUSALS)[number] }
  | { type: 'recovery-code-used'; activationId: string; browser?: string }
  | { type: 'signed-out' }
  | { type: 'signed-out-everywhere'; sessions: number }
  /** The user ended one of their sessions from another. @property browser that it was in, in words */
  | { type: 'session-ended'; browser: string }
  | { type: 'other-sessions-ended' | 'sessions-ended-by-helpdesk'; sessions: number }
  | { type: 'password-changed' }
  /** An IANA name; null for the site's. */
  | { type: 'time-zone-changed'; timeZone: string | null }
  /** How often a user lacked a permission since then (ISO 8601); see `AuditTally`. */
  | { type: 'permission-refused'; permission: (typeof PERMISSIONS)[number]; times: number; since: string };
