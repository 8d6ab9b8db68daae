import { beforeAll, describe, expect, it } from 'vitest';
import { forEachDatabase } from '../../support/databases/databases';
import { MortalProcess } from '../../support/doubles/fake-mortal-process';
import type { Act, Prepare } from './interrupted-acts';
import { USE_CASES } from './interrupted-use-cases';
import { InterruptedWorld } from './interrupted-world';

forEachDatabase((_kind, open) => {
  let world: InterruptedWorld;

  beforeAll(async () => {
    world = await InterruptedWorld.on(await open());
  });

  /** Runs an act in a process that lives. @returns its calls with an effect */
  async function live({ run }: Act): Promise<string[]> {
    const process = new MortalProcess(world.ports, null);
    await process.run(run);
    return process.effects;
  }

  async function settleOne({ user }: Act): Promise<string> {
    const [state = []] = await world.settle([user]);
    return state.join('\n');
  }

  /** Kills a process before and after each call with an effect, each time in an act of its own. */
  async function interrupt(prepare: Prepare, effects: string[]): Promise<{ name: string; act: Act }[]> {
    const deaths: { name: string; act: Act }[] = [];
    for (const when of ['before', 'after'] as const) {
      for (const [index, effect] of effects.entries()) {
        const act = await prepare(world);
        const process = new MortalProcess(world.ports, { when, index });
        await process.run(act.run);
        expect(process.effects).toEqual(effects.slice(0, index + 1));
        if (act.isRound) await world.settle([act.user]);
        deaths.push({ name: `dies ${when} call ${index + 1} of ${effects.length}, ${effect}`, act });
      }
    }
    return deaths;
  }

  describe.each(Object.entries(USE_CASES))('%s', (_useCase, steps) => {
    it.each(Object.entries(steps))('%s finishes or never begins, wherever its process dies', async (_step, step) => {
      const { prepare, brings } = step;
      const untouched = await settleOne(await prepare(world));
      const whole = await prepare(world);
      const [before = []] = await world.stateOf([whole.user]);
      const effects = await live(whole);
      const finished = await settleOne(whole);
      expect(added(before, finished.split('\n'))).toEqual(brings);

      const deaths = await interrupt(prepare, effects);
      const users = deaths.map(({ act }) => act.user);
      const left = await world.settle(users);
      // An act that never began can be repeated, and ends the same way.
      for (const [index, { act }] of deaths.entries()) {
        const state = left[index]?.join('\n');
        if (state === untouched && state !== finished) await live(act);
      }
      const states = await world.settle(users);
      for (const [index, { name }] of deaths.entries()) {
        expect.soft(states[index]?.join('\n'), name).toBe(finished);
      }
    });
  });
});

/** The lines that have come, each as often as it has. */
function added(before: string[], after: string[]): string[] {
  const known = [...before];
  return after.filter((line) => {
    const index = known.indexOf(line);
    if (index !== -1) known.splice(index, 1);
    return index === -1;
  });
}
