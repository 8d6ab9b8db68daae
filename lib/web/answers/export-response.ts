import 'server-only';
import { daysOf } from '../../shared/time/days-of';
import type { ExportFormat } from '../../shared/export/export-rows';
import type { Period } from '../../shared/time/period';
import { streamText } from './stream-text';
import { NO_STORE } from './uncached';

const TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/x-ndjson; charset=utf-8',
};

/** An export as a file to save. @param name of what it holds, letters and hyphens */
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
