import type { RequestOrigin } from '../shared/request-origin';
import { EXPORT_BATCH, exportRows, type ExportFormat } from '../shared/export/export-rows';
import type { Period } from '../shared/time/period';
import { activationWriter } from './activation-writer';
import type { StatisticsPorts } from './statistics-ports';

/**
 * Everybody's activations that were started in a period, oldest first. Recorded before anything is given.
 * @returns the file's text, part by part
 */
export async function exportActivations(
  { activations, audit }: StatisticsPorts,
  actor: { userId: string },
  { period, format }: { period: Period; format: ExportFormat },
  origin: RequestOrigin,
): Promise<AsyncGenerator<string, void>> {
  const { from, to } = period;
  await audit.append({
    type: 'activations-exported',
    format,
    from: from.toISOString(),
    to: to.toISOString(),
    actor: { kind: 'user', userId: actor.userId },
    subject: null,
    ...origin,
  });
  return exportRows(format, activationWriter, (after) =>
    activations.list({ period, states: null }, { order: 'oldest-first', after, limit: EXPORT_BATCH }),
  );
}
