import type { CheckResult, Report } from '../run-conformance';
import { countsOf, reasonsOf, verdictOf } from './counts';

const WORDS = { passed: 'passed ', failed: 'FAILED ', skipped: 'skipped' } as const;

/** One check in one line, with the expected and the observed behaviour below. */
export function textLine({ id, title, clause, outcome }: CheckResult): string {
  const line = `  ${WORDS[outcome.kind]}  ${title}`;
  switch (outcome.kind) {
    case 'passed':
      return line;
    case 'failed':
      return [line, `${id}, ${clause}`, `expected ${outcome.expected}`, `saw ${outcome.seen}`].join('\n           ');
    case 'skipped':
      return `${line}\n           ${outcome.reason}`;
  }
}

export function textHeading({ url, profile }: Pick<Report, 'url' | 'profile'>): string {
  return `Conformance of ${url}, profile ${profile}`;
}

export function textSummary(report: Report): string {
  const { passed, failed, skipped } = countsOf(report);
  const counts = `${passed} passed, ${failed} failed, ${skipped} skipped in ${(report.durationMs / 1_000).toFixed(1)} s.`;
  const reasons = reasonsOf(report).map(({ reason, checks }) => `  ${String(checks).padStart(3)} skipped: ${reason}`);
  return [counts, `${verdictOf(report)}.`, ...reasons].join('\n');
}

export function textReport(report: Report): string {
  const groups = report.groups.map(({ name, results }) => [name, ...results.map(textLine)].join('\n'));
  return `${[textHeading(report), ...groups, textSummary(report)].join('\n\n')}\n`;
}
