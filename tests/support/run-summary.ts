import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter';
import type { JsonTestResults } from 'vitest/reporters';
import { repository } from './repository';

/** A step of a run, and where its test runner has listed its tests. */
export type Ran = {
  name: string;
  outcome: 'passed' | 'failed' | 'skipped';
  seconds: number;
  report?: 'vitest' | 'playwright';
  reportFile?: string;
};

type TestOutcome = { title: string; outcome: 'passed' | 'failed' | 'skipped' | 'flaky' };

const LEFT_OUT =
  'Races, fuzzing and sweeps ran in smaller numbers, use cases on one kind of database, another project’s suite in part: `npm test -- --all` is everything.';

/**
 * What a run has come to: a line for each step and one for all, every test that failed or needed a second try, what it
 * left out, and at the end `N passed, N failed, N skipped`, where a step without tests of its own counts as one.
 */
export function summarise(
  steps: Ran[],
  { isWhole, seconds }: { isWhole: boolean; seconds: number },
): { text: string; hasFailed: boolean } {
  const tests = steps.map(testsOf);
  const all = tests.flat();
  const titles = (outcome: TestOutcome['outcome']) =>
    all.filter((test) => test.outcome === outcome).map(({ title }) => `  ${title}`);
  const failed = titles('failed');
  const flaky = titles('flaky');
  const skipped = titles('skipped');
  const lines = steps.map((step) => line(step.outcome, step.name, step.outcome === 'skipped' ? null : step.seconds));
  return {
    text: [
      '\n── summary',
      ...lines,
      // Less than its steps together where some ran beside others.
      line('', 'from the first step to the last', seconds),
      ...(flaky.length > 0 ? ['', 'Passed on a second try:', ...flaky] : []),
      ...(skipped.length > 0 ? ['', 'Skipped:', ...shortened(skipped)] : []),
      ...(failed.length > 0 ? ['', 'Failed:', ...failed] : []),
      '',
      ...(isWhole ? [] : [LEFT_OUT]),
      `${all.length - failed.length - skipped.length} passed, ${failed.length} failed, ${skipped.length} skipped`,
    ].join('\n'),
    hasFailed: failed.length > 0,
  };
}

/** Without PostgreSQL they are hundreds. */
const LISTED = 12;

function shortened(titles: string[]): string[] {
  const more = titles.length - LISTED;
  return more > 0 ? [...titles.slice(0, LISTED), `  and ${more} more`] : titles;
}

function line(outcome: string, name: string, seconds: number | null): string {
  return [outcome.padEnd(8), name.padEnd(40), seconds === null ? '' : `${seconds.toFixed(0).padStart(5)} s`].join('');
}

/** The step's tests. A step that failed without a failed test, as one whose runner broke down, is one itself. */
function testsOf({ name, outcome, report, reportFile }: Ran): TestOutcome[] {
  const listed = report && reportFile !== undefined && existsSync(reportFile) ? READERS[report](reportFile) : [];
  const isTold = listed.some((test) => test.outcome === 'failed');
  return outcome === 'failed'
    ? isTold
      ? listed
      : [...listed, { title: name, outcome }]
    : listed.length > 0
      ? listed
      : [{ title: name, outcome }];
}

const READERS = { vitest: readVitestReport, playwright: readPlaywrightReport };

function readVitestReport(file: string): TestOutcome[] {
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as JsonTestResults;
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const path = relative(repository, name);
    const tests = assertionResults.map(({ fullName, status: of }): TestOutcome => ({
      title: `${path} › ${fullName}`,
      outcome: of === 'passed' || of === 'failed' ? of : 'skipped',
    }));
    // A file that could not be loaded, or whose hooks failed, has failed whatever became of its tests.
    const isTold = status !== 'failed' || tests.some((test) => test.outcome === 'failed');
    return isTold ? tests : tests.concat({ title: path, outcome: 'failed' });
  });
}

function readPlaywrightReport(file: string): TestOutcome[] {
  const { suites, errors } = JSON.parse(readFileSync(file, 'utf8')) as JSONReport;
  const broken = errors.map(({ message = 'the test runner' }): TestOutcome => ({ title: message, outcome: 'failed' }));
  return [...suites.flatMap((suite) => specsOf(suite)), ...broken];
}

const PLAYWRIGHT_OUTCOMES = { expected: 'passed', unexpected: 'failed', flaky: 'flaky', skipped: 'skipped' } as const;

function specsOf({ suites = [], specs, title }: JSONReportSuite, above = ''): TestOutcome[] {
  const path = above === '' ? title : `${above} › ${title}`;
  return [
    ...specs.flatMap((spec) =>
      spec.tests.map((test): TestOutcome => ({
        title: `${path} › ${spec.title}`,
        outcome: PLAYWRIGHT_OUTCOMES[test.status],
      })),
    ),
    ...suites.flatMap((suite) => specsOf(suite, path)),
  ];
}
