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
  'new-passkey',
  'device',
  'new-device',
  'provider',
  'provider-identity',
];

/** What a stolen password cannot give, where a device or passkey exists. */
export const POSSESSION: readonly ProofKind[] = ['passkey', 'device', 'one-time-password'];

/** What a stolen password cannot give, where neither exists yet. */
const ORIGIN: readonly ProofKind[] = ['passkey', 'provider', 'mailed-code'];

/** Of an authenticator on probation: who the user is, and nothing more. */
export const ON_PROBATION: readonly ProofKind[] = ['new-passkey', 'new-device'];

/**
 * What stands in for a lost device, and for nothing else: it adds no passkey, removes and unlocks nothing. A session never
 * keeps it. A recovery code counts in the request that uses it up, an invitation while it is open, for what opened it.
 */
const NEVER_KEPT: readonly ProofKind[] = ['recovery-code', 'invitation'];

/**
 * What lets a session act as staff, besides the password (OWASP ASVS 5.0 6.3.3): something that the member of staff has,
 * or an identity provider that vouches for as much. A helpdesk invitation is no such proof: staff would let each other in.
 */
export const STAFF_PROOFS: readonly ProofKind[] = [...POSSESSION, 'provider', ...ON_PROBATION];

/** @property anyAge whether a proof counts for as long as the session lasts */
export type Need = { what: 'identity' | 'second'; anyOf: readonly ProofKind[]; anyAge?: true };

const WHO: Need = { what: 'identity', anyOf: IDENTITY };
const WHO_OR_INVITED: Need = { what: 'identity', anyOf: [...IDENTITY, 'invitation'] };
const HAVING: Need = { what: 'second', anyOf: POSSESSION };
const FROM: Need = { what: 'second', anyOf: ORIGIN };
const HAVING_OR_STAND_IN: Need = { what: 'second', anyOf: [...POSSESSION, ...NEVER_KEPT] };
const FROM_OR_STAND_IN: Need = { what: 'second', anyOf: [...ORIGIN, ...NEVER_KEPT] };
/** Whoever locked their only device has nothing else. The locked phone and the password are not enough for a thief. */
const HAVING_OR_MAILBOX: Need = { what: 'second', anyOf: [...POSSESSION, 'mailed-code'] };
const PASSWORD: Need = { what: 'identity', anyOf: ['password'] };
/** Where it is the password that comes or goes. */
const PASSKEY: Need = { what: 'second', anyOf: ['passkey'] };

const STAFF: Need = { what: 'second', anyOf: STAFF_PROOFS, anyAge: true };
const STAFF_LATELY: Need = { what: 'second', anyOf: STAFF_PROOFS.filter((kind) => !ON_PROBATION.includes(kind)) };

/** Binding depends on what the user has already. */
type Binding = 'bind-device' | 'add-passkey';

/**
 * Whoever changes the addresses gets what is mailed: codes, and word of what a thief does. Whoever confirms a caller lets
 * somebody else bind a device.
 */
type Enrolment = Binding | 'change-address' | 'confirm-caller';

type Case = Exclude<ProtectedAction, Enrolment> | `${Enrolment}-${'first' | 'further'}`;

const STANDARD: Record<Case, readonly Need[]> = {
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
    'act-as-staff': [],
    'decide-as-staff': [],
    'remove-passkey': [WHO],
    'turn-password-off': [PASSKEY],
    'turn-password-on': [PASSKEY],
  },
  standard: STANDARD,
  strong: {
    ...STANDARD,
    'bind-device-first': [WHO_OR_INVITED, FROM_OR_STAND_IN],
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
  /** What the session proved before does not count, of any kind; null for no such moment. */
  provedSince: Date | null;
};

/**
 * What an action still needs, in the order in which to ask for it.
 * @returns null if nothing is missing
 */
export function missingProof(action: ProtectedAction, about: ProofCircumstances, now: Date): Need | null {
  const { level, proofs, given, isEnrolled, isExemptStaff, maximumAgeMs, provedSince } = about;
  const youngerThanMs = provedSince === null ? Infinity : now.getTime() - provedSince.getTime();
  const isMet = ({ anyOf, anyAge }: Need) => {
    const kept = anyOf.filter((kind) => !NEVER_KEPT.includes(kind));
    const ageMs = Math.min(anyAge ? Infinity : maximumAgeMs, youngerThanMs);
    return anyOf.some((kind) => given.has(kind)) || hasProof(proofs, kept, ageMs, now);
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

/** Whether the helpdesk can help whoever lost what they prove with: an invitation binds another device, which vouches later. */
export function mayHelpdeskHelp(action: ProtectedAction): boolean {
  return !isOfStaff(action) && action !== 'turn-password-off' && action !== 'turn-password-on';
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
