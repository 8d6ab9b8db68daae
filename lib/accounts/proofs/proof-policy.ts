import { hasProof, type ProofKind, type Proofs } from './proof';

/**
 * What binding a device or a passkey requires. `standard`: a password for the first one, a second proof for all others.
 * `strong`: a second proof for the first one too. `open`: a password alone, for tests.
 */
export const ENROLMENT_LEVELS = ['standard', 'strong', 'open'] as const;

export type EnrolmentLevel = (typeof ENROLMENT_LEVELS)[number];

/**
 * Actions of a session that require proofs. An action that only reduces access, such as locking one's own device,
 * requires none.
 */
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
  'change-gateway-password',
  'change-gateway-pin',
  'assign-hardware',
  'sync-gateway-password',
] as const;

export type ProtectedAction = (typeof PROTECTED_ACTIONS)[number];

/** Proofs of identity. */
export const IDENTITY: readonly ProofKind[] = [
  'password',
  'passkey',
  'new-passkey',
  'device',
  'new-device',
  'provider',
  'provider-identity',
];

/** Proofs that a stolen password does not include, where a device or passkey exists. */
export const POSSESSION: readonly ProofKind[] = ['passkey', 'device', 'one-time-password'];

/** Proofs that a stolen password does not include, where neither exists yet. */
const ORIGIN: readonly ProofKind[] = ['passkey', 'provider', 'mailed-code'];

/** Proofs by an authenticator on probation: identity, and nothing more. */
export const ON_PROBATION: readonly ProofKind[] = ['new-passkey', 'new-device'];

/**
 * Replacements for a lost device only: they add no passkey, and remove and unlock nothing. A recovery code counts in the
 * request that consumes it, an invitation while it is open, for the session that opened it.
 */
const STAND_INS: readonly ProofKind[] = ['recovery-code', 'invitation'];

/** A session never stores them as proofs. */
const NEVER_KEPT: ReadonlySet<ProofKind> = new Set([...STAND_INS, 'activated-device']);

/**
 * What lets a session act as staff, besides the password (OWASP ASVS 5.0 6.3.3): a possession of the staff member, or
 * an identity provider that vouches for as much. A helpdesk invitation does not count: staff could let each other in.
 */
export const STAFF_PROOFS: readonly ProofKind[] = [...POSSESSION, 'provider', ...ON_PROBATION];

/** @property anyAge whether a proof counts for as long as the session lasts */
export type Need = { what: 'identity' | 'second'; anyOf: readonly ProofKind[]; anyAge?: true };

const WHO: Need = { what: 'identity', anyOf: IDENTITY };
const WHO_OR_INVITED: Need = { what: 'identity', anyOf: [...IDENTITY, 'invitation'] };
const HAVING: Need = { what: 'second', anyOf: POSSESSION };
const FROM: Need = { what: 'second', anyOf: ORIGIN };
const HAVING_OR_STAND_IN: Need = { what: 'second', anyOf: [...POSSESSION, ...STAND_INS] };
const FROM_OR_STAND_IN: Need = { what: 'second', anyOf: [...ORIGIN, ...STAND_INS] };
/**
 * A user who locked their only device has nothing else. The locked phone and the password are not enough for a thief.
 */
const HAVING_OR_MAILBOX: Need = { what: 'second', anyOf: [...POSSESSION, 'mailed-code'] };
const PASSWORD: Need = { what: 'identity', anyOf: ['password'] };
/** For adding or removing the password itself. */
const PASSKEY: Need = { what: 'second', anyOf: ['passkey'] };

const STAFF: Need = { what: 'second', anyOf: STAFF_PROOFS, anyAge: true };
const STAFF_LATELY: Need = { what: 'second', anyOf: STAFF_PROOFS.filter((kind) => !ON_PROBATION.includes(kind)) };

/** Binding depends on the user's existing authenticators. */
type Binding = 'bind-device' | 'add-passkey';

/**
 * Whoever changes the addresses receives the mailed codes, and the warnings about a thief. Confirming a caller lets
 * another device be bound. A password of the gateway opens what else is signed in to with it.
 */
type Enrolment = Binding | 'change-address' | 'confirm-caller' | 'change-gateway-password' | 'assign-hardware';

type Case = Exclude<ProtectedAction, Enrolment> | `${Enrolment}-${'first' | 'further'}`;

const STRICT: Record<Case, readonly Need[]> = {
  'bind-device-first': [WHO_OR_INVITED],
  'bind-device-further': [WHO_OR_INVITED, HAVING_OR_STAND_IN],
  'add-passkey-first': [WHO],
  'add-passkey-further': [WHO, HAVING],
  'change-address-first': [WHO],
  'change-address-further': [WHO, HAVING],
  'make-recovery-code': [WHO, HAVING],
  'replace-device': [WHO, HAVING],
  'remove-device': [WHO, HAVING],
  'unlock-device': [WHO, HAVING_OR_MAILBOX],
  'rename-device': [WHO],
  'confirm-caller-first': [WHO],
  'confirm-caller-further': [WHO, HAVING],
  'change-gateway-password-first': [PASSWORD],
  'change-gateway-password-further': [PASSWORD, HAVING],
  'change-gateway-pin': [WHO, HAVING],
  'assign-hardware-first': [WHO],
  'assign-hardware-further': [WHO, HAVING],
  'sync-gateway-password': [WHO, HAVING],
  'act-as-staff': [STAFF],
  'decide-as-staff': [STAFF_LATELY],
  'remove-passkey': [WHO, HAVING],
  'turn-password-off': [PASSKEY],
  'turn-password-on': [PASSKEY],
};

function orActivated(need: Need): Need {
  return need.what === 'identity' ? need : { ...need, anyOf: [...need.anyOf, 'activated-device'] };
}

/**
 * Clause: RTS (EU) 2018/389 Art. 24(2)(b), read with EBA Q&A 2020_5650; OWASP ASVS 5.0 6.4.4. Creating a recovery code
 * takes more than a stolen password, also before there is a device: the code would bind one later.
 */
const POLICY: Record<EnrolmentLevel, Record<Case, readonly Need[]>> = {
  open: {
    'bind-device-first': [WHO_OR_INVITED],
    'bind-device-further': [WHO_OR_INVITED],
    'add-passkey-first': [WHO],
    'add-passkey-further': [WHO],
    'change-address-first': [WHO],
    'change-address-further': [WHO],
    'make-recovery-code': [WHO],
    'replace-device': [WHO],
    'remove-device': [WHO],
    'unlock-device': [WHO],
    'rename-device': [WHO],
    'confirm-caller-first': [WHO],
    'confirm-caller-further': [WHO],
    'change-gateway-password-first': [PASSWORD],
    'change-gateway-password-further': [PASSWORD],
    'change-gateway-pin': [WHO],
    'assign-hardware-first': [WHO],
    'assign-hardware-further': [WHO],
    'sync-gateway-password': [WHO],
    'act-as-staff': [],
    'decide-as-staff': [],
    'remove-passkey': [WHO],
    'turn-password-off': [PASSKEY],
    'turn-password-on': [PASSKEY],
  },
  standard: {
    ...STRICT,
    // Whoever may bind a first device with the password alone may bind its backup in the same sitting.
    'bind-device-further': STRICT['bind-device-further'].map(orActivated),
    'add-passkey-further': STRICT['add-passkey-further'].map(orActivated),
    'make-recovery-code': STRICT['make-recovery-code'].map(orActivated),
  },
  strong: {
    ...STRICT,
    'bind-device-first': [WHO_OR_INVITED, FROM_OR_STAND_IN],
    'add-passkey-first': [WHO, FROM],
    // Otherwise a thief with the password could have the code mailed to themselves.
    'change-address-first': [WHO, FROM],
    'assign-hardware-first': [WHO, FROM],
  },
};

/** The user's circumstances that the policy depends on. */
export type ProofCircumstances = {
  level: EnrolmentLevel;
  proofs: Proofs;
  /** Proofs given in this very request, however short the maximum age is. */
  given: ReadonlySet<ProofKind>;
  /** Whether the user has a device, in any state, or a passkey. */
  isEnrolled: boolean;
  /** See `StaffPolicy`. */
  isExemptStaff: boolean;
  /** Maximum age of a proof that counts. */
  maximumAgeMs: number;
  /** Proofs of any kind from before this time do not count; null if all do. */
  provedSince: Date | null;
};

/** What an action still needs, in the order in which to ask for it: at most one need of each kind. */
export function missingProofs(action: ProtectedAction, about: ProofCircumstances, now: Date): readonly Need[] {
  const { level, proofs, given, isEnrolled, isExemptStaff, maximumAgeMs, provedSince } = about;
  const youngerThanMs = provedSince === null ? Infinity : now.getTime() - provedSince.getTime();
  const isMet = ({ anyOf, anyAge }: Need) => {
    const usable = anyOf.filter((kind) => !NEVER_KEPT.has(kind));
    const ageMs = Math.min(anyAge ? Infinity : maximumAgeMs, youngerThanMs);
    return anyOf.some((kind) => given.has(kind)) || hasProof(proofs, usable, ageMs, now);
  };
  if (isExemptStaff && isOfStaff(action)) return [];
  const missing = needsOf(action, level, isEnrolled).filter((need) => !isMet(need));
  // A recovery code found on paper is worth nothing without the password, whatever else proved the identity.
  if (!given.has('recovery-code') || isMet(PASSWORD)) return missing;
  return [PASSWORD, ...missing.filter(({ what }) => what !== 'identity')];
}

/** Everything that an action requires, in the order in which to ask for it: at most one need of each kind. */
export function needsOf(action: ProtectedAction, level: EnrolmentLevel, isEnrolled: boolean): readonly Need[] {
  return POLICY[level][caseOf(action, isEnrolled)];
}

/** The kinds of proof that an action requires besides one of identity. */
export function secondProofs(
  action: ProtectedAction,
  level: EnrolmentLevel,
  isEnrolled: boolean,
): readonly ProofKind[] {
  return needsOf(action, level, isEnrolled).find(({ what }) => what === 'second')?.anyOf ?? [];
}

/** Whether only staff perform it. */
export function isOfStaff(action: ProtectedAction): action is 'act-as-staff' | 'decide-as-staff' {
  return action === 'act-as-staff' || action === 'decide-as-staff';
}

/**
 * Whether the helpdesk can help a user who lost their authenticators: an invitation binds another device, which vouches
 * later.
 */
export function mayHelpdeskHelp(action: ProtectedAction): boolean {
  return !isOfStaff(action) && action !== 'turn-password-off' && action !== 'turn-password-on';
}

export function isBinding(action: ProtectedAction): action is Binding {
  return action === 'bind-device' || action === 'add-passkey';
}

/** Whether an action's needs depend on the user's existing authenticators. */
export function dependsOnEnrolment(action: ProtectedAction): action is Enrolment {
  return (
    isBinding(action) ||
    action === 'change-address' ||
    action === 'confirm-caller' ||
    action === 'change-gateway-password' ||
    action === 'assign-hardware'
  );
}

function caseOf(action: ProtectedAction, isEnrolled: boolean): Case {
  if (!dependsOnEnrolment(action)) return action;
  return `${action}-${isEnrolled ? 'further' : 'first'}`;
}
