import type { ChainVerdict } from '../chain-verdict';

export const EXPORT_FORMATS = ['csv', 'jsonl'] as const;
type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Facts about the records themselves, exports, and operators' work. */
export type RecordFact =
  /** Recorded before the first row is sent; the period is ISO 8601. */
  | { type: 'activations-exported'; format: ExportFormat; from: string; to: string }
  | {
      type: 'audit-log-exported';
      format: ExportFormat;
      from: string;
      to: string;
      /** The filter; null for any. */
      ofType: string | null;
      subjectUserId: string | null;
      actorUserId: string | null;
      /** Not in records from before the log could be searched. */
      text?: string | null;
    }
  /** The state of the log when hashes became keyed: every record from this one on has a key. */
  | { type: 'audit-log-keyed'; records: number; lastHash: string }
  | { type: 'audit-log-verified'; verdict: ChainVerdict }
  /** A dead letter was replayed. */
  | { type: 'message-replayed'; messageId: string };
