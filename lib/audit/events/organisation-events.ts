import type { PlainMessage } from '../../shared/language/t';
import { t } from '../../shared/language/t';
import { defineAuditEvent } from '../define-audit-event';
import { nullable, text, word, words, type WordOf } from '../properties';
import { oneVoice, twoVoices } from '../voice';

const PARTS = words('part of the organisation', ['name', 'helpdesk-contact', 'colours', 'logo']);

export type OrganisationPart = WordOf<typeof PARTS>;

const PART_WORDS = {
  name: 'part|name',
  'helpdesk-contact': 'part|helpdesk contact',
  colours: 'part|colours',
  logo: 'part|logo',
} as const satisfies Record<OrganisationPart, PlainMessage>;

/** Why a test email was not accepted. */
const PROBLEMS = words('problem of a test email', [
  'unreachable',
  'timeout',
  'deferred',
  'insecure',
  'not-authorised',
  'fault',
  'refused',
  'no-destination',
  'unreadable',
]);

const itsPart = ({ part }: { part: OrganisationPart }) => ({ part: t(PART_WORDS[part]) });

/** What administrators say of the organisation, and try for it. */
export const ORGANISATION_EVENTS = [
  /** The values in words; of the logo its digest. Null for none. */
  defineAuditEvent({
    type: 'organisation-changed',
    facts: { part: word(PARTS), before: nullable(text), after: nullable(text) },
    example: { part: 'name', before: null, after: 'Example Bank' },
    name: 'Organisation changed',
    sentence: twoVoices(
      'You changed what this site says of the organisation: {part}',
      'Changed what this site says of the organisation: {part}',
      itsPart,
    ),
  }),
  defineAuditEvent({
    type: 'mail-tested',
    facts: {
      // Null for one that was accepted.
      problem: nullable(word(PROBLEMS)),
    },
    example: { problem: null },
    name: 'Test email sent',
    sentence: oneVoice('A test email was sent'),
  }),
] as const;
