import 'server-only';
import type { ExportFormat } from '../../../shared/export/export-rows';
import { type Period, daysOf, isPeriodAllowed } from '../../../shared/time/period';
import { streamText } from './stream-text';
import { NO_STORE } from './uncached';
import { z } from 'zod';
import { DAY } from '../../../shared/time/duration';

const TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/x-ndjson; charset=utf-8',
};

/** An export as a download. @param name content, letters and hyphens */
export function exportResponse(
  text: AsyncGenerator<string, void>,
  { name, period, format }: { name: string; period: Period; format: ExportFormat },
): Response {
  const { from, to } = daysOf(period);
  const headers = {
    ...NO_STORE,
    'content-type': TYPES[format],
    'content-disposition': `attachment; filename="tessera-${name}-${from}-to-${to}.${format}"`,
  };
  return new Response(streamText(text), { headers });
}

const day = z.iso.date().transform((text) => new Date(`${text}T00:00:00Z`));

/** A period in pages and addresses: its first and last day, in UTC, inclusive. */
export const daysSchema = z
  .object({ from: day, to: day })
  .transform(({ from, to }) => ({ from, to: new Date(to.getTime() + DAY) }))
  .refine(isPeriodAllowed);
