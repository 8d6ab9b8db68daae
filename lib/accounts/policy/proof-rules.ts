import { ENROLMENT_LEVELS, needsOf, PROTECTED_ACTIONS, type ProtectedAction } from '../proofs/proof-policy';
import type { ProofKind } from '../proofs/proof';

/**
 * What a proof opens, besides the actions that it counts for.
 * @property given by whom, and how
 * @property holds for whom it counts
 * @property uses how often what gave it can be used
 * @property lasts how long it counts; see `policyLines` on `lately`
 * @property probation which one follows for a device or passkey that was bound with it; see `trustedFrom`
 */
export type ProofRule = {
  given: string;
  holds: 'session' | 'request' | 'holder';
  uses: 'any number' | 'once';
  lasts: 'lately' | 'while open' | 'this request';
  probation: 'usual' | 'extended';
};

export const PROOF_RULES: Readonly<Record<ProofKind, ProofRule>> = {
  password: {
    given: 'typed, and compared with its hash or by the authentication server',
    holds: 'session',
    uses: 'any number',
    lasts: 'lately',
    probation: 'usual',
  },
  passkey: {
    given: 'a signature of a passkey that is not on probation, with user verification',
    holds: 'session',
    uses: 'any number',
    lasts: 'lately',
    probation: 'usual',
  },
  'new-passkey': {
    given: 'the same of a passkey on probation',
    holds: 'session',
    uses: 'any number',
    lasts: 'lately',
    probation: 'usual',
  },
  device: {
    given: 'the PIN and two digits on a phone that is active and not on probation',
    holds: 'session',
    uses: 'once',
    lasts: 'lately',
    probation: 'usual',
  },
  'new-device': {
    given: 'the same on a phone on probation, at the sign-in alone',
    holds: 'session',
    uses: 'once',
    lasts: 'lately',
    probation: 'usual',
  },
  'one-time-password': {
    given: 'typed from one device that is active and not on probation',
    holds: 'session',
    uses: 'once',
    lasts: 'lately',
    probation: 'usual',
  },
  provider: {
    given: 'an OpenID provider that names a strong context',
    holds: 'session',
    uses: 'once',
    lasts: 'lately',
    probation: 'usual',
  },
  'provider-identity': {
    given: 'an OpenID provider that names none',
    holds: 'session',
    uses: 'once',
    lasts: 'lately',
    probation: 'usual',
  },
  invitation: {
    given:
      'the link of an invitation, opened with the password, a letter’s code, digits read out, or a session of its person',
    holds: 'holder',
    uses: 'once',
    lasts: 'while open',
    probation: 'extended',
  },
  'recovery-code': {
    given: 'typed from paper, beside the password',
    holds: 'request',
    uses: 'once',
    lasts: 'this request',
    probation: 'extended',
  },
  'mailed-code': {
    given: 'typed from an email to addresses that were known for a week',
    holds: 'session',
    uses: 'once',
    lasts: 'lately',
    probation: 'extended',
  },
};

/** The actions that a proof counts for, at any level, for whoever is enrolled or is not. */
export function actionsOf(kind: ProofKind): ProtectedAction[] {
  return PROTECTED_ACTIONS.filter((action) =>
    ENROLMENT_LEVELS.some((level) =>
      [true, false].some((isEnrolled) => needsOf(action, level, isEnrolled).some(({ anyOf }) => anyOf.includes(kind))),
    ),
  );
}
