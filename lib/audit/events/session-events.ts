import { browserInWords } from '../../shared/language/browser-in-words';
import { t } from '../../shared/language/t';
import { defineAuditEvent, NO_FACTS } from '../define-audit-event';
import { count, nullable, text } from '../properties';
import { twoVoices } from '../voice';

const SESSIONS = { facts: { sessions: count }, example: { sessions: 2 } };

/** Sessions that end, and settings of one’s own account. */
export const SESSION_EVENTS = [
  defineAuditEvent({
    type: 'signed-out',
    ...NO_FACTS,
    name: 'Signed out',
    sentence: twoVoices('You signed out', 'Signed out'),
    ocsf: ['authentication', 'Logoff'],
  }),
  defineAuditEvent({
    type: 'signed-out-everywhere',
    ...SESSIONS,
    name: 'Signed out everywhere',
    sentence: twoVoices('You signed out everywhere', 'Signed out everywhere'),
    ocsf: ['authentication', 'Logoff'],
  }),
  /** The user ended one of their sessions from another. */
  defineAuditEvent({
    type: 'session-ended',
    facts: {
      // That it was in, in words.
      browser: text,
    },
    example: { browser: 'Firefox on Windows' },
    name: 'Session ended',
    sentence: twoVoices('You signed out of {browser}', 'Signed out of {browser}', ({ browser }) => ({
      browser: browserInWords(browser),
    })),
    ocsf: ['authentication', 'Logoff'],
  }),
  defineAuditEvent({
    type: 'other-sessions-ended',
    ...SESSIONS,
    name: 'Other sessions ended',
    sentence: twoVoices('You signed out everywhere else', 'Signed out everywhere else'),
    ocsf: ['authentication', 'Logoff'],
  }),
  defineAuditEvent({
    type: 'sessions-ended-by-helpdesk',
    ...SESSIONS,
    name: 'Sessions ended by the helpdesk',
    sentence: twoVoices('The helpdesk signed you out everywhere', 'The helpdesk signed them out everywhere'),
    ocsf: ['authentication', 'Logoff'],
  }),
  defineAuditEvent({
    type: 'password-changed',
    ...NO_FACTS,
    name: 'Password changed',
    sentence: twoVoices('Your password was changed', 'The password was changed'),
    story: 'disownable',
    ocsf: ['account change', 'Password Change'],
    notice: { what: 'password-changed' },
  }),
  /** The PIN that the authentication server keeps, and not one that a phone asks for. */
  defineAuditEvent({
    type: 'server-pin-changed',
    ...NO_FACTS,
    name: 'Server PIN changed',
    sentence: twoVoices('Your server PIN was changed', 'The server PIN was changed'),
    story: 'disownable',
    ocsf: ['account change', 'Password Change'],
    notice: { what: 'server-pin-changed' },
  }),
  defineAuditEvent({
    type: 'time-zone-changed',
    facts: {
      // An IANA name; null for the site’s.
      timeZone: nullable(text),
    },
    example: { timeZone: 'Europe/Brussels' },
    name: 'Time zone changed',
    sentence: twoVoices(
      'Your time zone for emails was changed to {zone}',
      'The time zone for emails was changed to {zone}',
      ({ timeZone }) => ({ zone: timeZone ?? t('the site’s') }),
    ),
  }),
  defineAuditEvent({
    type: 'password-turned-off',
    ...NO_FACTS,
    name: 'Password turned off',
    sentence: twoVoices('You turned your password off', 'Turned the password off'),
    story: 'disownable',
    ocsf: ['account change', 'MFA Factor Disable'],
    notice: { what: 'password-turned-off' },
  }),
  defineAuditEvent({
    type: 'password-turned-on',
    ...NO_FACTS,
    name: 'Password set again',
    sentence: twoVoices('You set a password again', 'Set a password again'),
    story: 'disownable',
    ocsf: ['account change', 'MFA Factor Enable'],
    notice: { what: 'password-turned-on' },
  }),
] as const;
