import type { ProofKind } from '../proofs/proof';
import type { ProtectedAction } from '../proofs/proof-policy';

/**
 * What a proof permits. The policy of actions states the same from the other side, and a test compares the two.
 * @property given by whom, and how
 * @property countsFor the actions that it helps to permit, at any level
 * @property holds for which user it counts
 * @property uses how often its source can be used
 * @property lasts how long it counts; see `policyLines` on `lately`
 * @property probation of a device or passkey that was bound with it; see `trustedFrom`
 */
export type ProofRule = {
  given: string;
  countsFor: readonly ProtectedAction[];
  holds: 'session' | 'request' | 'holder';
  uses: 'any number' | 'once';
  lasts: 'lately' | 'while open' | 'this request' | '15 minutes';
  probation: 'usual' | 'extended';
};

/** Everything that takes a proof of identity. */
const WHO: readonly ProtectedAction[] = [
  'bind-device',
  'replace-device',
  'remove-device',
  'unlock-device',
  'rename-device',
  'add-passkey',
  'remove-passkey',
  'make-recovery-code',
  'change-address',
  'confirm-caller',
  'change-gateway-pin',
  'assign-hardware',
  'sync-gateway-password',
];

const STAFF: readonly ProtectedAction[] = ['act-as-staff', 'decide-as-staff'];

/** Takes the password itself, and the possession of something beside it. */
const GATEWAY_PASSWORD = 'change-gateway-password';

export const PROOF_RULES: Readonly<Record<ProofKind, ProofRule>> = {
  password: {
    given: 'typed, and compared with its hash or by the authentication server',
    countsFor: [...WHO, GATEWAY_PASSWORD],
    holds: 'session',
    uses: 'any number',
    lasts: 'lately',
    probation: 'usual',
  },
  passkey: {
    given: 'a signature of a passkey that is not on probation, with user verification',
    countsFor: [...WHO, ...STAFF, 'turn-password-off', 'turn-password-on', GATEWAY_PASSWORD],
    holds: 'session',
    uses: 'any number',
    lasts: 'lately',
    probation: 'usual',
  },
  'new-passkey': {
    given: 'the same of a passkey on probation',
    countsFor: [...WHO, 'act-as-staff'],
    holds: 'session',
    uses: 'any number',
    lasts: 'lately',
    probation: 'usual',
  },
  device: {
    given: 'the PIN and two digits on a phone that is active and not on probation',
    countsFor: [...WHO, ...STAFF, GATEWAY_PASSWORD],
    holds: 'session',
    uses: 'once',
    lasts: 'lately',
    probation: 'usual',
  },
  'new-device': {
    given: 'the same on a phone on probation, at the sign-in alone',
    countsFor: [...WHO, 'act-as-staff'],
    holds: 'session',
    uses: 'once',
    lasts: 'lately',
    probation: 'usual',
  },
  'one-time-password': {
    given: 'typed from one device that is active and not on probation',
    countsFor: [...WHO.filter((action) => action !== 'rename-device'), ...STAFF, GATEWAY_PASSWORD],
    holds: 'session',
    uses: 'once',
    lasts: 'lately',
    probation: 'usual',
  },
  provider: {
    given: 'an OpenID provider that names a strong context',
    countsFor: [...WHO, ...STAFF],
    holds: 'session',
    uses: 'once',
    lasts: 'lately',
    probation: 'usual',
  },
  'provider-identity': {
    given: 'an OpenID provider that names none',
    countsFor: WHO,
    holds: 'session',
    uses: 'once',
    lasts: 'lately',
    probation: 'usual',
  },
  invitation: {
    given:
      'the link of an invitation, opened with the password, a letter’s code, digits read out, or a session of its person',
    countsFor: ['bind-device'],
    holds: 'holder',
    uses: 'once',
    lasts: 'while open',
    probation: 'extended',
  },
  'recovery-code': {
    given: 'typed from paper, beside the password',
    countsFor: ['bind-device'],
    holds: 'request',
    uses: 'once',
    lasts: 'this request',
    probation: 'extended',
  },
  'mailed-code': {
    given: 'typed from an email to addresses that were known for a week, or to the directory’s at a registration',
    countsFor: ['bind-device', 'unlock-device', 'add-passkey', 'change-address', 'assign-hardware'],
    holds: 'session',
    uses: 'once',
    lasts: 'lately',
    probation: 'extended',
  },
  'activated-device': {
    given:
      'the phone that this session, and no other, has activated with neither invitation nor recovery code, as long as it is all that the person has; not at the level strong',
    countsFor: ['bind-device', 'add-passkey', 'make-recovery-code'],
    holds: 'session',
    uses: 'once',
    lasts: '15 minutes',
    probation: 'usual',
  },
};
