import { auditContext, userActor } from '../../audit/audit-context';
import type { RequestOrigin } from '../../shared/request-origin';
import {
  EXPORT_BATCH,
  exportRows,
  type ExportFormat,
  type RowWriter,
  type Cell,
} from '../../shared/export/export-rows';
import type { Period } from '../../shared/time/period';
import type { StatisticsPorts } from './activation-statistics';
import type { ActivationFacts } from './activation-facts';

const COLUMNS: Record<string, (facts: ActivationFacts) => Cell> = {
  activationId: ({ id }) => id,
  userId: ({ userId }) => userId,
  domain: ({ domain }) => domain,
  state: ({ state }) => state,
  reason: ({ reason }) => reason,
  startedAt: ({ requestedAt }) => requestedAt,
  issuedAt: ({ reached }) => reached.issued ?? null,
  shownAt: ({ reached }) => reached.shown ?? null,
  scannedAt: ({ reached }) => reached.scanned ?? null,
  verifiedAt: ({ reached }) => reached.verified ?? null,
  linkedAt: ({ reached }) => reached.linked ?? null,
  activeAt: ({ reached }) => reached.active ?? null,
  endedAt: ({ endedAt }) => endedAt,
  deviceInstance: ({ instanceId }) => instanceId,
};

/** A JSON line has the columns of a CSV row as properties. */
const activationWriter: RowWriter<ActivationFacts> = {
  columns: Object.keys(COLUMNS),
  cells: (facts) => Object.values(COLUMNS).map((cell) => cell(facts)),
  json: (facts) => Object.fromEntries(Object.entries(COLUMNS).map(([name, cell]) => [name, cell(facts)])),
};

/**
 * Exports the activations of all users of the reader's domain that were started in a period, oldest first. The export is recorded first.
 * @returns the file's text, in chunks
 */
export async function exportActivations(
  { activations, audit }: StatisticsPorts,
  actor: { userId: string; domain: string },
  { period, format }: { period: Period; format: ExportFormat },
  origin: RequestOrigin,
): Promise<AsyncGenerator<string, void>> {
  const { from, to } = period;
  await audit.append({
    type: 'activations-exported',
    format,
    from: from.toISOString(),
    to: to.toISOString(),
    ...auditContext(userActor(actor), null, origin),
  });
  return exportRows(format, activationWriter, (after) =>
    activations.list(
      { period, states: null, domain: actor.domain },
      { order: 'oldest-first', after, limit: EXPORT_BATCH },
    ),
  );
}
