import { defineAuditEvent } from '../define-audit-event';
import { nullable, text, word, words } from '../properties';
import { oneVoice, twoVoices } from '../voice';
import { FROM_BROWSER, NEW_BROWSER } from './from-browser';

/** Why an OpenID provider’s answer opened nothing; see `ProviderProblem`. */
const PROVIDER_PROBLEMS = words('refusal of a provider', [
  'refused-there',
  'not-verified',
  'no-user-id',
  'unknown-user',
  'bound-otherwise',
  'other-account',
  'not-fresh',
  'no-account',
  'changed-meanwhile',
]);

/** Signing in with an OpenID provider. */
export const PROVIDER_EVENTS = [
  defineAuditEvent({
    type: 'provider-sign-in-succeeded',
    facts: {
      // The provider’s `acr`; null if it named none.
      context: nullable(text),
      ...FROM_BROWSER,
    },
    example: { context: 'urn:example:strong', browser: 'Chrome on Linux', isNewBrowser: false },
    name: 'Signed in with an identity provider',
    sentence: twoVoices('You signed in with your organisation’s sign-in', 'Signed in with the organisation’s sign-in'),
    story: 'disownable',
    ocsf: ['authentication', 'Logon'],
    notice: NEW_BROWSER,
  }),
  defineAuditEvent({
    type: 'provider-refused',
    facts: { reason: word(PROVIDER_PROBLEMS) },
    example: { reason: 'not-verified' },
    name: 'Sign-in with an identity provider refused',
    sentence: oneVoice('Sign-in with the organisation’s sign-in refused'),
    ocsf: ['authentication', 'Logon'],
  }),
  /** The account is that of a subject of the issuer from now on. */
  defineAuditEvent({
    type: 'provider-bound',
    facts: { issuer: text },
    example: { issuer: 'https://login.bank.example' },
    name: 'Account linked to an identity provider',
    sentence: twoVoices(
      'Your organisation’s sign-in now opens this account',
      'The organisation’s sign-in now opens this account',
    ),
    story: 'by anybody',
  }),
] as const;
