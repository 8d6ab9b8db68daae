import { defineAuditEvent, NO_FACTS } from '../define-audit-event';
import { word, words, type WordOf } from '../properties';
import { oneVoice, twoVoices, type Phrase } from '../voice';

/** How a password was set without the old one. */
export const RESET_WAYS = words('way to a new password', ['first-password', 'forgotten-password']);

/** Why a password was not. */
export const RESET_REFUSALS = words('refused new password', [
  'wrong-code',
  'second-proof-missing',
  'one-time-password-wrong',
  'too-many-attempts',
]);

const RESET: Record<WordOf<typeof RESET_WAYS>, Phrase> = {
  'first-password': twoVoices('Your first password was set', 'The first password was set'),
  'forgotten-password': twoVoices('Your forgotten password was replaced', 'The forgotten password was replaced'),
};

/** Codes by email, and passwords that are set by one. */
export const PASSWORD_RESET_EVENTS = [
  defineAuditEvent({
    type: 'password-code-sent',
    ...NO_FACTS,
    name: 'Code for a new password sent',
    sentence: oneVoice('A code for a new password was emailed'),
  }),
  /** A code by which a session proves its user was mailed. */
  defineAuditEvent({
    type: 'proof-code-sent',
    ...NO_FACTS,
    name: 'Confirmation code sent',
    sentence: oneVoice('A confirmation code was emailed'),
  }),
  defineAuditEvent({
    type: 'proof-code-refused',
    ...NO_FACTS,
    name: 'Confirmation code refused',
    sentence: oneVoice('A confirmation code was refused'),
  }),
  defineAuditEvent({
    type: 'password-reset',
    facts: { way: word(RESET_WAYS) },
    example: { way: 'forgotten-password' },
    name: 'Forgotten password replaced',
    sentence: (facts, voice) => RESET[facts.way](facts, voice),
    ocsf: ['account change', 'Password Reset'],
    notice: { what: 'password-changed', about: ({ way }) => (way === 'forgotten-password' ? {} : null) },
  }),
  defineAuditEvent({
    type: 'password-reset-refused',
    facts: { reason: word(RESET_REFUSALS) },
    example: { reason: 'wrong-code' },
    name: 'New password refused',
    sentence: oneVoice('A new password was refused'),
  }),
] as const;
