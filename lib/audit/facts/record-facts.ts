import type { ChainVerdict } from '../chain-verdict';

export const EXPORT_FORMATS = ['csv', 'jsonl'] as const;
type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What is recorded of the records themselves, and of what operators do with data of everybody. */
export type RecordFact =
  /** Recorded before the first row leaves; the period in ISO 8601. */
  | { type: 'activations-exported'; format: ExportFormat; from: string; to: string }
  | {
      type: 'audit-log-exported';
      format: ExportFormat;
      from: string;
      to: string;
      /** What the records were chosen by; null for any. */
      ofType: string | null;
      subjectUserId: string | null;
      actorUserId: string | null;
    }
  /** What had been recorded when hashes got a key: everything behind this record has one. */
  | { type: 'audit-log-keyed'; records: number; lastHash: string }
  | { type: 'audit-log-verified'; verdict: ChainVerdict }
  /** A dead letter is tried again. */
  | { type: 'message-replayed'; messageId: string };
