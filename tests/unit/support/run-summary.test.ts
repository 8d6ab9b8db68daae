import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { repository } from '../../support/repository';
import { summarise, type Ran } from '../../support/run-summary';

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'tessera-summary-'));
});

afterAll(() => rmSync(directory, { recursive: true }));

function report(name: string, content: unknown): string {
  const file = join(directory, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const whole = { isWhole: true, seconds: 520 };

const lint: Ran = { name: 'lint', outcome: 'failed', seconds: 13 };

function unitTests(): Ran {
  const testResults = [
    {
      name: join(repository, 'tests/unit/a.test.ts'),
      status: 'failed',
      assertionResults: [
        { fullName: 'adds', status: 'passed' },
        { fullName: 'subtracts', status: 'failed' },
        { fullName: 'divides', status: 'pending' },
      ],
    },
    { name: join(repository, 'tests/unit/b.test.ts'), status: 'failed', assertionResults: [] },
  ];
  const reportFile = report('vitest.json', { testResults });
  return { name: 'unit tests', outcome: 'failed', seconds: 60, report: 'vitest', reportFile };
}

function endToEndTests(): Ran {
  const specs = [
    { title: 'signs in', tests: [{ status: 'expected' }] },
    { title: 'signs out', tests: [{ status: 'flaky' }] },
  ];
  const suites = [{ title: 'sign-in.spec.ts', specs, suites: [] }];
  const reportFile = report('playwright.json', { suites, errors: [] });
  return { name: 'end-to-end tests', outcome: 'passed', seconds: 500, report: 'playwright', reportFile };
}

test('a summary lists what failed in every step, and what passed on a second try', () => {
  const { text, hasFailed } = summarise([lint, unitTests(), endToEndTests()], whole);
  expect(text).toContain('Failed:\n  lint\n  tests/unit/a.test.ts › subtracts\n  tests/unit/b.test.ts\n');
  expect(text).toContain('Passed on a second try:\n  sign-in.spec.ts › signs out\n');
  expect(text.split('\n').at(-1)).toBe('3 passed, 3 failed, 1 skipped');
  expect(hasFailed).toBe(true);
});

test('a step whose test runner broke down has failed, though all tests that it lists passed', () => {
  const { text, hasFailed } = summarise([{ ...endToEndTests(), outcome: 'failed' }], whole);
  expect(text).toContain('Failed:\n  end-to-end tests\n');
  expect(hasFailed).toBe(true);
});

test('a summary lists the skipped tests, and of many only the first', () => {
  expect(summarise([unitTests()], whole).text).toContain('Skipped:\n  tests/unit/a.test.ts › divides\n');
  const steps = Array.from({ length: 40 }, (_, index): Ran => ({ ...lint, name: `step ${index}`, outcome: 'skipped' }));
  expect(summarise(steps, whole).text).toMatch(/Skipped:\n {2}step 0\n(?: {2}step \d+\n){11} {2}and 28 more\n/);
});

test('a run without a failure says so', () => {
  const { text, hasFailed } = summarise([{ ...lint, outcome: 'passed' }, endToEndTests()], whole);
  expect(text).not.toContain('Failed');
  expect(text.split('\n').at(-1)).toBe('3 passed, 0 failed, 0 skipped');
  expect(hasFailed).toBe(false);
});

test('a run in smaller numbers says so, and how to have all of it', () => {
  const steps = [endToEndTests()];
  const everything = summarise(steps, whole).text.split('\n');
  const everyday = summarise(steps, { ...whole, isWhole: false }).text.split('\n');
  expect(everyday.filter((line) => !everything.includes(line))).toEqual([
    expect.stringContaining('`npm test -- --all`'),
  ]);
});

test('a run tells how long each step took, and all of them, of which some ran beside others', () => {
  const { text } = summarise([lint, { ...lint, name: 'format', seconds: 12 }], { ...whole, seconds: 14 });
  const seconds = text.split('\n').flatMap((said) => / (\d+) s$/.exec(said)?.[1] ?? []);
  expect(seconds).toEqual(['13', '12', '14']);
});
