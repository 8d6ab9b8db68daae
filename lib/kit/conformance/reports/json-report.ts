import type { Report } from '../run-conformance';
import { countsOf } from './counts';

/** For machines. `version` moves when a member changes its meaning. */
export function jsonReport(report: Report): string {
  const { url, profile, startedAt, durationMs, groups } = report;
  const results = groups.flatMap(({ name, results: own }) =>
    own.map(({ id, title, clause, outcome: { kind, ...details }, durationMs: took }) =>
      Object.assign({ id, group: name, title, clause, outcome: kind, durationMs: took }, details),
    ),
  );
  const counts = countsOf(report);
  const isComplete = counts.skipped === 0;
  return `${JSON.stringify({ version: 1, url, profile, startedAt, durationMs, ...counts, isComplete, results }, null, 2)}\n`;
}
