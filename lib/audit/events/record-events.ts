import { CHAIN_PROBLEMS, type ChainVerdict } from '../chain-verdict';
import { defineAuditEvent } from '../define-audit-event';
import { count, either, group, nullable, only, optional, text, word, words, type Property } from '../properties';
import { verdictWords } from '../verdict-words';
import { oneVoice, twoVoices } from '../voice';
import { PERMISSIONS } from './permissions';

const EXPORT_FORMATS = words('export format', ['csv', 'jsonl']);

/** Why a SIEM did not take records over. */
export const RECEIVER_PROBLEMS = words('problem of forwarding', [
  'unreachable',
  'not-trusted',
  'broken-off',
  'no-acknowledgement',
  'refused',
]);

const VERDICT: Property<ChainVerdict> = either(
  group({ intact: only(true), records: count, lastHash: text, unkeyed: optional(count) }),
  group({ intact: only(false), sequenceNumber: count, problem: word(CHAIN_PROBLEMS) }),
);

const ONCE = twoVoices('You tried what your account may not do', 'Tried what the account may not do');
const SEVERAL_TIMES = twoVoices(
  'You tried what your account may not do, {count} times',
  'Tried what the account may not do, {count} times',
  ({ times }: { times: number }) => ({ count: times }),
);

/** The records themselves, exports, and operators’ work. */
export const RECORD_EVENTS = [
  /** A dead letter was replayed. */
  defineAuditEvent({
    type: 'message-replayed',
    facts: { messageId: text },
    example: { messageId: 'msg-00' },
    name: 'Message sent again',
    sentence: oneVoice('An undelivered message was sent again'),
  }),
  /** Recorded before the first row is sent, as the next; the period is ISO 8601. */
  defineAuditEvent({
    type: 'activations-exported',
    facts: { format: word(EXPORT_FORMATS), from: text, to: text },
    example: { format: 'csv', from: '2026-05-01', to: '2026-05-04' },
    name: 'Activations exported',
    sentence: twoVoices('You exported the activations of a period', 'Exported the activations of a period'),
  }),
  defineAuditEvent({
    type: 'audit-log-exported',
    facts: {
      format: word(EXPORT_FORMATS),
      from: text,
      to: text,
      // The filter; null for any.
      ofType: nullable(text),
      subjectUserId: nullable(text),
      actorUserId: nullable(text),
      // Not in records from before the log could be searched.
      text: optional(nullable(text)),
    },
    example: {
      format: 'jsonl',
      from: '2026-05-01',
      to: '2026-05-04',
      ofType: null,
      subjectUserId: null,
      actorUserId: null,
      text: null,
    },
    name: 'Audit log exported',
    sentence: twoVoices('You exported part of the audit log', 'Exported part of the audit log'),
  }),
  /** How often a user lacked a permission since then (ISO 8601); see `AuditTally`. */
  defineAuditEvent({
    type: 'permission-refused',
    facts: { permission: word(PERMISSIONS), times: count, since: text },
    example: { permission: 'audit:read', times: 3, since: '2026-05-04T10:00:00Z' },
    name: 'Permission refused',
    sentence: (facts, voice) => (facts.times === 1 ? ONCE : SEVERAL_TIMES)(facts, voice),
  }),
  /** The state of the log when hashes became keyed: every record from this one on has a key. */
  defineAuditEvent({
    type: 'audit-log-keyed',
    facts: { records: count, lastHash: text },
    example: { records: 3, lastHash: 'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff' },
    name: 'Audit log keyed',
    sentence: oneVoice('The hashes of the audit log have a key from here on'),
  }),
  defineAuditEvent({
    type: 'audit-log-verified',
    facts: { verdict: VERDICT },
    example: {
      verdict: {
        intact: true,
        records: 7,
        lastHash: 'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
      },
    },
    name: 'Audit log verified',
    sentence: twoVoices(
      'You verified the audit log: {verdict}',
      'Verified the audit log: {verdict}',
      ({ verdict }) => ({
        verdict: verdictWords(verdict),
      }),
    ),
  }),
  /** The newest record was sent to a SIEM beside the forwarding. */
  defineAuditEvent({
    type: 'audit-forwarding-tested',
    facts: {
      // Null for a record that was taken over.
      problem: nullable(word(RECEIVER_PROBLEMS)),
    },
    example: { problem: null },
    name: 'Forwarding of the audit log tested',
    sentence: oneVoice('The forwarding of the audit log was tested'),
  }),
  /** Everything since a moment, in ISO 8601, is forwarded again. */
  defineAuditEvent({
    type: 'audit-history-resent',
    facts: { from: text },
    example: { from: '2026-05-01T00:00:00.000Z' },
    name: 'Audit log forwarded again',
    sentence: oneVoice('The audit log of an earlier time is forwarded again'),
  }),
] as const;
