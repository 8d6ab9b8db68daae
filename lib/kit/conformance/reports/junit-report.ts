import type { CheckResult, Report } from '../run-conformance';
import { escapeMarkup } from '../../../shared/text/escape-markup';
import { countsOf } from './counts';

/** JUnit XML, as continuous integration reads it: a suite for each group, a case for each check. */
export function junitReport(report: Report): string {
  const { passed, failed, skipped } = countsOf(report);
  const total = passed + failed + skipped;
  const head = `name="Conformance of ${escapeMarkup(report.url)}" tests="${total}" failures="${failed}" skipped="${skipped}"`;
  const suites = report.groups.map(({ name, results }) => {
    const failures = results.filter(({ outcome }) => outcome.kind === 'failed').length;
    const left = results.filter(({ outcome }) => outcome.kind === 'skipped').length;
    const attributes = `name="${escapeMarkup(name)}" tests="${results.length}" failures="${failures}" skipped="${left}"`;
    return `  <testsuite ${attributes}>\n${results.map(testCase).join('\n')}\n  </testsuite>`;
  });
  const time = seconds(report.durationMs);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${head} time="${time}">\n${suites.join('\n')}\n</testsuites>\n`;
  // Of what an endpoint has sent: XML cannot contain them.
  return xml.replaceAll(/(?![\t\n\r])\p{Cc}/gu, ' ');
}

function testCase({ id, title, clause, outcome, durationMs }: CheckResult): string {
  const open = `    <testcase classname="${escapeMarkup(id)}" name="${escapeMarkup(title)}" time="${seconds(durationMs)}"`;
  switch (outcome.kind) {
    case 'passed':
      return `${open}/>`;
    case 'failed': {
      const message = escapeMarkup(`expected ${outcome.expected}, saw ${outcome.seen}`);
      return `${open}><failure message="${message}" type="${escapeMarkup(clause)}"/></testcase>`;
    }
    case 'skipped':
      return `${open}><skipped message="${escapeMarkup(outcome.reason)}"/></testcase>`;
  }
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(3);
}
