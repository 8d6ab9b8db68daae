import type { Cell } from '../shared/export/csv-line';
import type { RowWriter } from '../shared/export/export-rows';
import type { ActivationFacts } from './activation-facts';

/** Each column and what stands in it. */
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

/** A line is what a row is, with the columns' names. */
export const activationWriter: RowWriter<ActivationFacts> = {
  columns: Object.keys(COLUMNS),
  cells: (facts) => Object.values(COLUMNS).map((cell) => cell(facts)),
  json: (facts) => Object.fromEntries(Object.entries(COLUMNS).map(([name, cell]) => [name, cell(facts)])),
};
