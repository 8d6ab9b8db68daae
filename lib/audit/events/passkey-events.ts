import { t } from '../../shared/language/t';
import { defineAuditEvent } from '../define-audit-event';
import { nullable, text, word, words, type WordOf } from '../properties';
import { twoVoices } from '../voice';
import { FROM_BROWSER, NEW_BROWSER } from './from-browser';

const PASSKEY_PURPOSES = words('purpose of a passkey', ['sign-in', 'proof', 'registration']);

/** Why a passkey’s answer was refused; see `PasskeyProblem`. */
const PASSKEY_PROBLEMS = words('passkey refusal', [
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
]);

const PASSKEY = {
  facts: { passkeyId: text, name: text },
  example: { passkeyId: 'psk-00', name: 'My laptop' },
};

const itsName = ({ name }: { name: string }) => ({ name });

function refused({ reason, purpose }: Refused): string {
  if (reason === 'counter-regressed') return t('A passkey was refused: there may be a copy of it');
  return purpose === 'registration' ? t('A new passkey was refused') : t('A passkey was refused');
}

type Refused = { reason: WordOf<typeof PASSKEY_PROBLEMS>; purpose: WordOf<typeof PASSKEY_PURPOSES> };

/** Passkeys, and signing in with them. */
export const PASSKEY_EVENTS = [
  defineAuditEvent({
    type: 'passkey-added',
    ...PASSKEY,
    name: 'Passkey added',
    sentence: twoVoices('You added the passkey “{name}”', 'Added the passkey “{name}”', itsName),
    story: 'disownable',
    ocsf: ['account change', 'MFA Factor Enable'],
    notice: { what: 'passkey-added', about: ({ name }) => ({ name }) },
  }),
  defineAuditEvent({
    type: 'passkey-renamed',
    ...PASSKEY,
    name: 'Passkey renamed',
    sentence: twoVoices('You renamed a passkey to “{name}”', 'Renamed a passkey to “{name}”', itsName),
  }),
  defineAuditEvent({
    type: 'passkey-removed',
    ...PASSKEY,
    name: 'Passkey removed',
    sentence: twoVoices('You removed the passkey “{name}”', 'Removed the passkey “{name}”', itsName),
    story: 'disownable',
    ocsf: ['account change', 'MFA Factor Disable'],
    notice: { what: 'passkey-removed', about: ({ name }) => ({ name }) },
  }),
  defineAuditEvent({
    type: 'passkey-sign-in-succeeded',
    facts: { passkeyId: text, ...FROM_BROWSER },
    example: { passkeyId: 'psk-00', browser: 'Chrome on Linux', isNewBrowser: false },
    name: 'Signed in with a passkey',
    sentence: twoVoices('You signed in with a passkey', 'Signed in with a passkey'),
    story: 'disownable',
    ocsf: ['authentication', 'Logon'],
    notice: NEW_BROWSER,
  }),
  defineAuditEvent({
    type: 'passkey-refused',
    facts: {
      purpose: word(PASSKEY_PURPOSES),
      reason: word(PASSKEY_PROBLEMS),
      // Null if no passkey of this site answered.
      passkeyId: nullable(text),
    },
    example: { purpose: 'sign-in', reason: 'not-verified', passkeyId: null },
    name: 'Passkey refused',
    sentence: refused,
    story: 'by anybody',
    ocsf: ['authentication', 'Logon'],
  }),
] as const;
