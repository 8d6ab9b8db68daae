import { expect, test } from 'vitest';
import { Latch } from '@/lib/kit/latch';
import { reportFileOf, runStages, type Stage, type Step } from '../../support/run-stages';
import type { Ran } from '../../support/run-summary';

const step = (name: string, needs?: string): Step => ({
  name,
  program: name,
  args: [],
  ...(needs !== undefined && { needs }),
});

const ran = ({ name }: Step, outcome: Ran['outcome'] = 'passed'): Ran => ({ name, outcome, seconds: 1 });

const names = (steps: Ran[]) => steps.map(({ name }) => name);

test('lanes of a stage run beside each other, and the next stage begins when all of them have ended', async () => {
  const stages: Stage[] = [[[step('types'), step('lint')], [step('format')]], [[step('build')]]];
  const lintBegins = new Latch();
  const begun: string[] = [];
  const steps = await runStages(stages, async (one) => {
    begun.push(one.name);
    if (one.name === 'lint') lintBegins.open();
    if (one.name === 'format') await lintBegins.opened;
    return ran(one);
  });
  expect(begun).toEqual(['types', 'format', 'lint', 'build']);
  expect(names(steps)).toEqual(['types', 'lint', 'format', 'build']);
});

test('a step is told whether others run beside it', async () => {
  const stages: Stage[] = [[[step('lint')], [step('format')]], [[step('build')]]];
  const beside: string[] = [];
  await runStages(stages, (one, isBeside) => {
    if (isBeside) beside.push(one.name);
    return Promise.resolve(ran(one));
  });
  expect(beside).toEqual(['lint', 'format']);
});

test('a failed step keeps those alone from running that need it', async () => {
  const stages: Stage[] = [
    [[step('types'), step('lint')]],
    [[step('build')]],
    [[step('e2e', 'build')]],
    [[step('unit')]],
  ];
  const steps = await runStages(stages, (one) =>
    Promise.resolve(ran(one, one.name === 'types' || one.name === 'build' ? 'failed' : 'passed')),
  );
  expect(steps.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
    'types failed',
    'lint passed',
    'build failed',
    'e2e skipped',
    'unit passed',
  ]);
});

test('no step begins after the run was stopped', async () => {
  const stages: Stage[] = [[[step('types'), step('lint')], [step('format')]], [[step('build')]]];
  let isStopped = false;
  const run = (one: Step) => {
    isStopped = true;
    return Promise.resolve(ran(one));
  };
  expect(names(await runStages(stages, run, () => isStopped))).toEqual(['types']);
});

test('two steps with the same test runner list their tests apart', () => {
  expect(reportFileOf(step('end-to-end tests'), 'run')).not.toBe(reportFileOf(step('another project’s suite'), 'run'));
});
