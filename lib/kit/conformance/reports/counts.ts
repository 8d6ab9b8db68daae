import { resultsOf, type Outcome, type Report } from '../run-conformance';

export type Counts = Record<Outcome['kind'], number>;

export function countsOf(report: Report): Counts {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { outcome } of resultsOf(report)) counts[outcome.kind] += 1;
  return counts;
}

/** For XML and HTML, in texts and in attributes; control characters, which XML cannot have, become spaces. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll(/(?![\t\n\r])\p{Cc}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
