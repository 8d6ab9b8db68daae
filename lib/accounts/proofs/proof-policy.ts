import { hasProof, type ProofKind, type Proofs } from './proof';

/**
 * How much binding a device takes. `standard`: the first device with a password, everything after it with a second
 * proof. `strong`: the first one too. `open`: a password alone, for tests.
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
] as const;

export type ProtectedAction = (typeof PROTECTED_ACTIONS)[number];

/** Proofs of who the user is. */
export const IDENTITY: readonly ProofKind[] = ['password', 'passkey', 'device', 'new-device', 'provider', 'invitation'];

/** What a stolen password cannot give, where a device or passkey exists. */
const POSSESSION: readonly ProofKind[] = ['passkey', 'device', 'one-time-password', 'invitation', 'recovery-code'];

/** What a stolen password cannot give, where neither exists yet. */
const ORIGIN: readonly ProofKind[] = ['passkey', 'provider', 'mailed-code', 'invitation', 'recovery-code'];

/**
 * What lets a session act as staff, besides the password (OWASP ASVS 5.0 6.3.3): something that the member of staff has,
 * or an identity provider that vouches for as much. A helpdesk invitation is no such proof: staff would let each other in.
 */
export const STAFF_PROOFS: readonly ProofKind[] = ['passkey', 'device', 'new-device', 'one-time-password', 'provider'];

/** @property anyAge whether a proof counts for as long as the session lasts */
type Need = { what: 'identity' | 'second'; anyOf: readonly ProofKind[]; anyAge?: true };

const WHO: Need = { what: 'identity', anyOf: IDENTITY };
const HAVING: Need = { what: 'second', anyOf: POSSESSION };
const FROM: Need = { what: 'second', anyOf: ORIGIN };

const STAFF: Need = { what: 'second', anyOf: STAFF_PROOFS, anyAge: true };
/** A device on probation vouches for nothing. */
const STAFF_LATELY: Need = { what: 'second', anyOf: STAFF_PROOFS.filter((kind) => kind !== 'new-device') };

type Case = Exclude<ProtectedAction, 'bind-device'> | 'bind-first-device' | 'bind-further-device';

/** Clause: RTS (EU) 2018/389 Art. 24(2)(b), read with EBA Q&A 2020_5650; OWASP ASVS 5.0 6.4.4. */
const POLICY: Record<EnrolmentLevel, Record<Case, readonly Need[]>> = {
  open: {
    'bind-first-device': [WHO],
    'bind-further-device': [WHO],
    'replace-device': [WHO],
    'remove-device': [WHO],
    'unlock-device': [WHO],
    'rename-device': [WHO],
    'act-as-staff': [],
    'decide-as-staff': [],
  },
  standard: {
    'bind-first-device': [WHO],
    'bind-further-device': [WHO, HAVING],
    'replace-device': [WHO, HAVING],
    'remove-device': [WHO, HAVING],
    'unlock-device': [WHO, HAVING],
    'rename-device': [WHO],
    'act-as-staff': [STAFF],
    'decide-as-staff': [STAFF_LATELY],
  },
  strong: {
    'bind-first-device': [WHO, FROM],
    'bind-further-device': [WHO, HAVING],
    'replace-device': [WHO, HAVING],
    'remove-device': [WHO, HAVING],
    'unlock-device': [WHO, HAVING],
    'rename-device': [WHO],
    'act-as-staff': [STAFF],
    'decide-as-staff': [STAFF_LATELY],
  },
};

/** What the policy asks about the user. */
export type ProofCircumstances = {
  level: EnrolmentLevel;
  proofs: Proofs;
  /** Proofs of this very request, however short the greatest age is. */
  given: ReadonlySet<ProofKind>;
  /** Whether the user has a device, in any state. */
  hasDevice: boolean;
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
  const { level, proofs, given, hasDevice, isExemptStaff, maximumAgeMs } = about;
  const isMet = ({ anyOf, anyAge }: Need) =>
    anyOf.some((kind) => given.has(kind)) || hasProof(proofs, anyOf, anyAge ? Infinity : maximumAgeMs, now);
  if (isExemptStaff && (action === 'act-as-staff' || action === 'decide-as-staff')) return null;
  return POLICY[level][caseOf(action, hasDevice)].find((need) => !isMet(need)) ?? null;
}

function caseOf(action: ProtectedAction, hasDevice: boolean): Case {
  if (action !== 'bind-device') return action;
  return hasDevice ? 'bind-further-device' : 'bind-first-device';
}
