import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { isWholeRun } from '../../support/rounds';
import type { Act, InterruptedWorld, Place } from './interrupted-world';

/** Does everything that comes before an act, for somebody new. */
type Prepare<World> = (world: World) => Promise<Act>;

/**
 * What a use case asks of a process in one go.
 * @property brings everything that it adds to what is kept and sent, each line as often as that happens
 * @property bringsUnanswered the same, in each way, where the process died while a call was under way that nobody may repeat or read back
 */
type Step<World> = { prepare: Prepare<World>; brings: string[]; bringsUnanswered?: string[][] };

/** Use cases by their steps. */
export type UseCases<World> = Record<string, Record<string, Step<World>>>;

/** What an act has done at the gateway, and not recorded, when its process dies. */
const AT_GATEWAY =
  /dies after .*(?:directory\.|gateway\.|offline\.|CMD_|authenticators|updatePassword|dsappSRPRegister)/;

/** Of the places where a process can die, every one with `--all`, otherwise every fourth, the last, and those at the gateway. */
function chosen<At extends Place>(places: readonly At[]): readonly At[] {
  if (isWholeRun) return places;
  return places.filter(({ name }, index) => index % 4 === 0 || index === places.length - 1 || AT_GATEWAY.test(name));
}

/**
 * Kills a process before and after each call with an effect, each time in an act of its own.
 * @param atGateway after which calls of the gateway some process has to die
 */
export function interruptedSuite<World extends InterruptedWorld>(
  current: () => World,
  useCases: UseCases<World>,
  atGateway: readonly string[],
): void {
  const died: string[] = [];

  async function settleOne({ user }: Act): Promise<string> {
    const [state = []] = await current().settle([user]);
    return state.join('\n');
  }

  describe.each(Object.entries(useCases))('%s', (_useCase, steps) => {
    it.each(Object.entries(steps))('%s finishes or never begins, wherever its process dies', async (_step, step) => {
      const world = current();
      const { prepare, brings, bringsUnanswered } = step;
      const untouched = await settleOne(await prepare(world));
      const whole = await prepare(world);
      const [before = []] = await world.stateOf([whole.user]);
      const places = await world.live(whole);
      const finished = await settleOne(whole);
      expect(added(before, finished.split('\n'))).toEqual(brings);

      const deaths: { name: string; act: Act }[] = [];
      for (const place of chosen(places)) {
        const act = await prepare(world);
        expect.soft(await world.die(act, place), place.name).toBe(true);
        if (act.isRound) await world.settle([act.user]);
        deaths.push({ name: place.name, act });
        died.push(place.name);
      }
      const users = deaths.map(({ act }) => act.user);
      const left = await world.settle(users);
      // An act that never began, or is typed, can be repeated, and ends the same way.
      for (const [index, { act }] of deaths.entries()) {
        const state = left[index]?.join('\n');
        if (state !== finished && (act.isTyped || state === untouched)) await world.live(act);
      }
      const states = await world.settle(users);
      for (const [index, { name }] of deaths.entries()) {
        const state = states[index] ?? [];
        const all = added(before, state);
        if (bringsUnanswered?.some((lines) => isDeepStrictEqual(all, lines))) continue;
        expect.soft(state.join('\n'), name).toBe(finished);
      }
    });
  });

  it('a process has died after every call that changes something at the gateway', () => {
    const after = died.filter((name) => name.startsWith('dies after'));
    expect(atGateway.filter((place) => !after.some((name) => name.endsWith(` ${place}`)))).toEqual([]);
  });
}

/** The lines that have come, each as often as it has. */
function added(before: string[], after: string[]): string[] {
  const known = [...before];
  return after.filter((line) => {
    const index = known.indexOf(line);
    if (index !== -1) known.splice(index, 1);
    return index === -1;
  });
}
