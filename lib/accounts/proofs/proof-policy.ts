import { hasProof, type ProofKind, type Proofs } from './proof';

/**
 * How much binding a device or a passkey takes. `standard`: the first one with a password, everything after it with a
 * second proof. `strong`: the first one too. `open`: a password alone, for tests.
 */
export const ENROLMENT_LEVELS = ['standard', 'strong', 'open'] as const;

export type EnrolmentLevel = (typeof ENROLMENT_LEVELS)[number];

/** What a session needs proofs for. Whatever only reduces access, such as locking one's own device, needs none. */
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

export type ProtectedAction = (typeof PROTECTED_ACTIONS)[number];

/** Proofs of who the user is. */
export const IDENTITY: readonly ProofKind[] = [
  'password',
  'passkey',
  'device',
  'new-device',
  'provider',
  'provider-identity',
  'invitation',
];

/** What a stolen password cannot give, where a device or passkey exists. */
export const POSSESSION: readonly ProofKind[] = ['passkey', 'device', 'one-time-password', 'invitation'];

/** What a stolen password cannot give, where neither exists yet. */
const ORIGIN: readonly ProofKind[] = ['passkey', 'provider', 'mailed-code', 'invitation'];

/**
 * A recovery code replaces a lost device, and nothing else: it adds no passkey, removes and unlocks nothing. It counts in
 * the request that uses it up, never for the session.
 */
const WITHIN_REQUEST: ReadonlySet<ProofKind> = new Set(['recovery-code']);

/**
 * What lets a session act as staff, besides the password (OWASP ASVS 5.0 6.3.3): something that the member of staff has,
 * or an identity provider that vouches for as much. A helpdesk invitation is no such proof: staff would let each other in.
 */
export const STAFF_PROOFS: readonly ProofKind[] = ['passkey', 'device', 'new-device', 'one-time-password', 'provider'];

/** @property anyAge whether a proof counts for as long as the session lasts */
export type Need = { what: 'identity' | 'second'; anyOf: readonly ProofKind[]; anyAge?: true };

const WHO: Need = { what: 'identity', anyOf: IDENTITY };
const HAVING: Need = { what: 'second', anyOf: POSSESSION };
const FROM: Need = { what: 'second', anyOf: ORIGIN };
const HAVING_OR_CODE: Need = { what: 'second', anyOf: [...POSSESSION, 'recovery-code'] };
const FROM_OR_CODE: Need = { what: 'second', anyOf: [...ORIGIN, 'recovery-code'] };
const PASSWORD: Need = { what: 'identity', anyOf: ['password'] };
/** Where it is the password that comes or goes. */
const PASSKEY: Need = { what: 'second', anyOf: ['passkey'] };

const STAFF: Need = { what: 'second', anyOf: STAFF_PROOFS, anyAge: true };
/** A device on probation vouches for nothing. */
const STAFF_LATELY: Need = { what: 'second', anyOf: STAFF_PROOFS.filter((kind) => kind !== 'new-device') };

/** Binding depends on what the user has already. */
type Binding = 'bind-device' | 'add-passkey';

/**
 * Whoever changes the addresses gets what is mailed: codes, and word of what a thief does. Whoever confirms a caller lets
 * somebody else bind a device.
 */
type Enrolment = Binding | 'change-address' | 'confirm-caller';

type Case = Exclude<ProtectedAction, Enrolment> | `${Enrolment}-${'first' | 'further'}`;

const STANDARD: Record<Case, readonly Need[]> = {
  'bind-device-first': [WHO],
  'bind-device-further': [WHO, HAVING_OR_CODE],
  'add-passkey-first': [WHO],
  'add-passkey-further': [WHO, HAVING],
  'change-address-first': [WHO],
  'change-address-further': [WHO, HAVING],
  'make-recovery-code': [WHO, HAVING],
  'replace-device': [WHO, HAVING],
  'remove-device': [WHO, HAVING],
  'unlock-device': [WHO, HAVING],
  'rename-device': [WHO],
  'confirm-caller-first': [WHO],
  'confirm-caller-further': [WHO, HAVING],
  'act-as-staff': [STAFF],
  'decide-as-staff': [STAFF_LATELY],
  'remove-passkey': [WHO, HAVING],
  'turn-password-off': [PASSKEY],
  'turn-password-on': [PASSKEY],
};

/**
 * Clause: RTS (EU) 2018/389 Art. 24(2)(b), read with EBA Q&A 2020_5650; OWASP ASVS 5.0 6.4.4. A recovery code is made with
 * what a stolen password cannot give, also where there is no device yet: it would bind one later.
 */
const POLICY: Record<EnrolmentLevel, Record<Case, readonly Need[]>> = {
  open: {
    'bind-device-first': [WHO],
    'bind-device-further': [WHO],
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
    'act-as-staff': [],
    'decide-as-staff': [],
    'remove-passkey': [WHO],
    'turn-password-off': [PASSKEY],
    'turn-password-on': [PASSKEY],
  },
  standard: STANDARD,
  strong: {
    ...STANDARD,
    'bind-device-first': [WHO, FROM_OR_CODE],
    'add-passkey-first': [WHO, FROM],
    // Otherwise whoever has the password would have the code mailed to themselves.
    'change-address-first': [WHO, FROM],
  },
};

/** What the policy asks about the user. */
export type ProofCircumstances = {
  level: EnrolmentLevel;
  proofs: Proofs;
  /** Proofs of this very request, however short the greatest age is. */
  given: ReadonlySet<ProofKind>;
  /** Whether the user has a device, in any state, or a passkey. */
  isEnrolled: boolean;
  /** See `StaffPolicy`. */
  isExemptStaff: boolean;
  /** Greatest age of a proof that counts. */
  maximumAgeMs: number;
};

/**
 * What an action still needs, in the order in which to ask for it.
 * @returns null if nothing is missing
 */
export function missingProof(action: ProtectedAction, about: ProofCircumstances, now: Date): Need | null {
  const { level, proofs, given, isEnrolled, isExemptStaff, maximumAgeMs } = about;
  const isMet = ({ anyOf, anyAge }: Need) => {
    const lasting = anyOf.filter((kind) => !WITHIN_REQUEST.has(kind));
    return anyOf.some((kind) => given.has(kind)) || hasProof(proofs, lasting, anyAge ? Infinity : maximumAgeMs, now);
  };
  if (isExemptStaff && isOfStaff(action)) return null;
  // Whatever else proved who the user is, a code that was found on paper is worth nothing without the password.
  if (given.has('recovery-code') && !isMet(PASSWORD)) return PASSWORD;
  return needsOf(action, level, isEnrolled).find((need) => !isMet(need)) ?? null;
}

/** Everything that an action takes, in the order in which to ask for it: at most one need of each sort. */
export function needsOf(action: ProtectedAction, level: EnrolmentLevel, isEnrolled: boolean): readonly Need[] {
  return POLICY[level][caseOf(action, isEnrolled)];
}

/** The kinds of proof that an action takes besides one of identity. */
export function secondProofs(
  action: ProtectedAction,
  level: EnrolmentLevel,
  isEnrolled: boolean,
): readonly ProofKind[] {
  return needsOf(action, level, isEnrolled).find(({ what }) => what === 'second')?.anyOf ?? [];
}

/** Whether only members of staff do it. */
export function isOfStaff(action: ProtectedAction): action is 'act-as-staff' | 'decide-as-staff' {
  return action === 'act-as-staff' || action === 'decide-as-staff';
}

export function isBinding(action: ProtectedAction): action is Binding {
  return action === 'bind-device' || action === 'add-passkey';
}

/** Whether what an action takes depends on what the user has already. */
export function dependsOnEnrolment(action: ProtectedAction): action is Enrolment {
  return isBinding(action) || action === 'change-address' || action === 'confirm-caller';
}

function caseOf(action: ProtectedAction, isEnrolled: boolean): Case {
  if (!dependsOnEnrolment(action)) return action;
  return `${action}-${isEnrolled ? 'further' : 'first'}`;
}
