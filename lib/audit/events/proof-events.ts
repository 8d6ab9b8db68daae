import { defineAuditEvent, NO_FACTS } from '../define-audit-event';
import { count, word, words, type WordOf } from '../properties';
import { oneVoice, twoVoices, type Phrase } from '../voice';

const STEP_UP_FAILURES = words('step-up failure', ['wrong-password', 'too-many-attempts']);

/** What a session was given besides a password; see `ProofKind`. */
const PROOFS_GIVEN = words('proof given', [
  'one-time-password',
  'passkey',
  'new-passkey',
  'recovery-code',
  'device',
  'mailed-code',
  'provider',
  'provider-identity',
  'activated-device',
]);

/** What a session lacked the proofs for; see `ProtectedAction`. */
const PROTECTED_ACTIONS = words('protected action', [
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
]);

const PROOFS: Record<WordOf<typeof PROOFS_GIVEN>, Phrase> = {
  passkey: twoVoices('You confirmed it with a passkey', 'Confirmed it with a passkey'),
  'new-passkey': twoVoices('You confirmed it with a passkey', 'Confirmed it with a passkey'),
  'mailed-code': twoVoices('You confirmed it with a code by email', 'Confirmed it with a code by email'),
  provider: twoVoices(
    'You confirmed it with your organisation’s sign-in',
    'Confirmed it with the organisation’s sign-in',
  ),
  'provider-identity': twoVoices(
    'You confirmed it with your organisation’s sign-in',
    'Confirmed it with the organisation’s sign-in',
  ),
  'recovery-code': twoVoices('You confirmed it with your recovery code', 'Confirmed it with the recovery code'),
  'one-time-password': twoVoices('You confirmed it with your phone', 'Confirmed it with the phone'),
  device: twoVoices('You confirmed it with your phone', 'Confirmed it with the phone'),
  'activated-device': twoVoices(
    'You confirmed it with the phone you had just activated',
    'Confirmed it with the phone activated just before',
  ),
};

/** What sessions were given as proofs, and what was refused. */
export const PROOF_EVENTS = [
  defineAuditEvent({
    type: 'step-up-succeeded',
    ...NO_FACTS,
    name: 'Password confirmed',
    sentence: twoVoices('You confirmed your password', 'Confirmed the password'),
    story: 'proof',
    ocsf: ['authentication', 'Logon'],
  }),
  defineAuditEvent({
    type: 'step-up-failed',
    facts: { reason: word(STEP_UP_FAILURES) },
    example: { reason: 'wrong-password' },
    name: 'Password confirmation failed',
    sentence: oneVoice('Password confirmation failed'),
    story: 'by anybody',
    ocsf: ['authentication', 'Logon'],
  }),
  defineAuditEvent({
    type: 'proof-given',
    facts: { proof: word(PROOFS_GIVEN) },
    example: { proof: 'one-time-password' },
    name: 'Second proof given',
    sentence: (facts, voice) => PROOFS[facts.proof](facts, voice),
    story: 'proof',
  }),
  /** In logs of earlier versions: a form that asks for a proof is no event. */
  defineAuditEvent({
    type: 'proof-missing',
    facts: { action: word(PROTECTED_ACTIONS) },
    example: { action: 'bind-device' },
    name: 'Second proof missing',
    sentence: oneVoice('Refused: a second proof was missing'),
    story: 'prompt',
  }),
  /** Wrong ones in a row, to prove the same user’s sessions. */
  defineAuditEvent({
    type: 'one-time-passwords-guessed',
    facts: { tries: count },
    example: { tries: 5 },
    name: 'Wrong one-time passwords in a row',
    sentence: oneVoice('Wrong one-time passwords in a row'),
    story: 'by anybody',
    notice: { what: 'one-time-passwords-guessed' },
  }),
] as const;
