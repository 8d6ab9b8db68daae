import { resultsOf, type Outcome, type Report } from '../run-conformance';

export type Counts = Record<Outcome['kind'], number>;

export function countsOf(report: Report): Counts {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { outcome } of resultsOf(report)) counts[outcome.kind] += 1;
  return counts;
}

/** A run's verdict on the endpoint: a check that was not made does not count as passed. */
export function verdictOf(report: Report): string {
  const { failed, skipped } = countsOf(report);
  if (failed > 0) return counted(failed, 'deviation');
  return skipped === 0
    ? 'Nothing deviates'
    : `Nothing deviates in what was checked; ${counted(skipped, 'check')} not made`;
}

/** Why checks were not made, the commonest reason first. */
export function reasonsOf(report: Report): { reason: string; checks: number }[] {
  const reasons = new Map<string, number>();
  for (const { outcome } of resultsOf(report))
    if (outcome.kind === 'skipped') reasons.set(outcome.reason, (reasons.get(outcome.reason) ?? 0) + 1);
  return [...reasons]
    .map(([reason, checks]) => ({ reason, checks }))
    .toSorted((one, other) => other.checks - one.checks);
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
