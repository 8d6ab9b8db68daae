import { join } from 'node:path';
import type { Ran } from './run-summary';

export type Step = Pick<Ran, 'name' | 'report'> & {
  program: string;
  args: string[];
  /** A step of an earlier stage without which this one says nothing. */
  needs?: string;
};

/** Steps that run in their order, beside the stage's other lanes, which need nothing of them. */
type Lane = readonly Step[];

/** One stage has ended when the next begins. */
export type Stage = readonly Lane[];

/**
 * Runs everything that must hold. A step that fails keeps only those from running that need it.
 * @param run `isBeside` tells it that other steps may run, and speak, at the same time
 * @param isStopped when true, no further step starts
 * @returns every step that ran or was skipped, as they are listed
 */
export async function runStages(
  stages: readonly Stage[],
  run: (step: Step, isBeside: boolean) => Promise<Ran>,
  isStopped: () => boolean = () => false,
): Promise<Ran[]> {
  const ended = new Map<string, Ran>();
  const runLane = async (lane: Lane, isBeside: boolean): Promise<void> => {
    for (const step of lane) {
      if (isStopped()) return;
      const needed = step.needs === undefined ? undefined : ended.get(step.needs);
      const isSkipped = needed !== undefined && needed.outcome !== 'passed';
      ended.set(step.name, isSkipped ? { name: step.name, outcome: 'skipped', seconds: 0 } : await run(step, isBeside));
    }
  };
  for (const stage of stages) await Promise.all(stage.map((lane) => runLane(lane, stage.length > 1)));
  return stages.flat(2).flatMap(({ name }) => ended.get(name) ?? []);
}

/** Where a step lists its tests: one file for each step, since several have the same runner and all are read in the end. */
export function reportFileOf({ name }: Step, directory: string): string {
  return join(directory, `${name.replaceAll(/\W+/g, '-')}.json`);
}
