import { t, type Message } from '../../shared/language/t';
import { defineAuditEvent } from '../define-audit-event';
import { DEVICE } from '../device-facts';
import { nullable, optional, text, word, words, type WordOf } from '../properties';
import { itsDevice, oneVoice, type Voice } from '../voice';
import { REISSUE_REASONS } from './invitation-events';
import { ROLES } from './account-events';

/** What takes a second person although one could do it alone. */
const CHANGES = words('change by two', ['disable', 'remove', 'take-role', 'lock-device', 'unlock-device']);

const REMOVAL = {
  facts: { removalId: text, ...DEVICE },
  example: { removalId: 'rem-00', instanceId: 'VDS1000042-1' },
};

const CHANGE = {
  facts: {
    requestId: text,
    change: word(CHANGES),
    role: nullable(word(ROLES)),
    // Of the device; null for a change of the account.
    instanceId: nullable(text),
    deviceName: optional(text),
  },
  example: { requestId: 'chg-00', change: 'unlock-device', role: null, instanceId: 'VDS1000042-1' },
} as const;

const CHANGE_WORDS = {
  disable: 'disabling the account',
  remove: 'deleting the account',
  'take-role': 'taking a role away',
  'lock-device': 'locking {device}',
  'unlock-device': 'unlocking {device}',
} as const satisfies Record<WordOf<typeof CHANGES>, Message>;

function itsChange({ change, instanceId, ...facts }: Changed, { device }: Voice): { change: string } {
  return { change: t(CHANGE_WORDS[change], { device: instanceId === null ? '' : device({ ...facts, instanceId }) }) };
}

type Changed = { change: WordOf<typeof CHANGES>; instanceId: string | null; deviceName?: string };

/** What takes a second person. */
export const APPROVAL_EVENTS = [
  defineAuditEvent({
    type: 'removal-requested',
    facts: { removalId: text, ...DEVICE, reason: word(REISSUE_REASONS), ticket: text },
    example: { reason: 'lost', ticket: 'T-1', removalId: 'rem-00', instanceId: 'VDS1000042-1' },
    name: 'Removal requested',
    sentence: oneVoice('The helpdesk requested the removal of {device}', itsDevice),
  }),
  defineAuditEvent({
    type: 'removal-approved',
    ...REMOVAL,
    name: 'Removal approved',
    sentence: oneVoice('A second member of the helpdesk approved the removal of {device}', itsDevice),
  }),
  defineAuditEvent({
    type: 'removal-declined',
    facts: { removalId: text, ...DEVICE, note: nullable(text) },
    example: { note: 'Not a lost one', removalId: 'rem-00', instanceId: 'VDS1000042-1' },
    name: 'Removal declined',
    sentence: oneVoice('A second member of the helpdesk declined the removal of {device}', itsDevice),
  }),
  defineAuditEvent({
    type: 'removal-expired',
    ...REMOVAL,
    name: 'Removal expired',
    sentence: oneVoice('Nobody approved the removal of {device} in time', itsDevice),
  }),
  defineAuditEvent({
    type: 'change-requested',
    facts: { ...CHANGE.facts, ticket: nullable(text) },
    example: { requestId: 'chg-00', change: 'unlock-device', role: null, instanceId: 'VDS1000042-1', ticket: 'T-1' },
    name: 'Change requested',
    sentence: oneVoice('Asked a second person for: {change}', itsChange),
  }),
  defineAuditEvent({
    type: 'change-approved',
    ...CHANGE,
    name: 'Change approved',
    sentence: oneVoice('A second person agreed to: {change}', itsChange),
  }),
  defineAuditEvent({
    type: 'change-declined',
    ...CHANGE,
    name: 'Change declined',
    sentence: oneVoice('A second person declined: {change}', itsChange),
  }),
  defineAuditEvent({
    type: 'change-request-expired',
    ...CHANGE,
    name: 'Request for a change expired',
    sentence: oneVoice('Nobody agreed in time to: {change}', itsChange),
  }),
  /** An agent went on without approval. */
  defineAuditEvent({
    type: 'break-glass-used',
    facts: {
      // Of an invitation or a removal.
      requestId: text,
      justification: text,
    },
    example: { requestId: 'inv-00', justification: 'Nobody else was there' },
    name: 'Approval skipped',
    sentence: oneVoice('The helpdesk skipped the approval by a second person'),
    severity: 'high',
  }),
] as const;
