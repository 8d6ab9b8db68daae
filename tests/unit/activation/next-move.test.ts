import { describe, expect, it } from 'vitest';
import {
  isRegistered,
  STEPS,
  type Activation,
  type RegisteredActivation,
  type Step,
} from '@/lib/activation/activation';
import type { Observation } from '@/lib/activation/activation-gateway';
import { nextMove } from '@/lib/activation/following/next-move';
import { activationInEveryState, at } from '../../support/doubles/fake-activations';

const states = activationInEveryState('jane.doe');
const REGISTERED = ['issued', 'scanned', 'verified', 'linked'] as const;
const NOW = at(99);

function observation(changes: Partial<Observation>): Observation {
  return { state: 'issued', reached: {}, expiresAt: null, instanceId: null, mosaic: null, reason: null, ...changes };
}

/** What a gateway says that has come to `state` and can tell apart the steps it observes. */
function seenBy(observes: readonly Step[], state: Step): Observation {
  const passed = STEPS.slice(0, STEPS.indexOf(state) + 1).filter((step) => observes.includes(step));
  const reached = Object.fromEntries(passed.map((step) => [step, at(10 + STEPS.indexOf(step))]));
  const hasInstance = passed.includes('linked') || passed.includes('active');
  return observation({ state: passed.at(-1) ?? 'issued', reached, instanceId: hasInstance ? 'VDS1000042-7' : null });
}

/** All the moves that an observation shows, one after the other. */
function follow(start: RegisteredActivation, seen: Observation): Activation[] {
  const moves: Activation[] = [];
  let current: Activation = start;
  while (isRegistered(current)) {
    const move = nextMove(current, seen, NOW);
    if (!move) break;
    moves.push(move);
    current = move;
  }
  return moves;
}

const names = (moves: Activation[]) => moves.map(({ state }) => state);

describe('what an observation shows', () => {
  it('an observation advances one step at a time, with the times of the gateway', () => {
    const moves = follow(states.issued, seenBy(STEPS, 'active'));
    expect(names(moves)).toEqual(['scanned', 'verified', 'linked', 'active']);
    expect(moves.map(({ version }) => version)).toEqual([3, 4, 5, 6]);
    expect(moves.at(-1)).toMatchObject({
      instanceId: 'VDS1000042-7',
      reached: { issued: at(1), scanned: at(10), verified: at(11), linked: at(12), active: at(13) },
    });
  });

  describe.each<{ observes: Step[]; shows: Record<Step, Step[]> }>([
    {
      observes: ['scanned', 'verified', 'linked', 'active'],
      shows: {
        scanned: ['scanned'],
        verified: ['scanned', 'verified'],
        linked: ['scanned', 'verified', 'linked'],
        active: ['scanned', 'verified', 'linked', 'active'],
      },
    },
    {
      observes: ['linked', 'active'],
      shows: { scanned: [], verified: [], linked: ['linked'], active: ['linked', 'active'] },
    },
    { observes: ['active'], shows: { scanned: [], verified: [], linked: [], active: ['active'] } },
  ])('by a gateway that observes $observes', ({ observes, shows }) => {
    it.each(STEPS)('an observation yields the missing steps when the phone has reached %s', (state) => {
      const moves = follow(states.issued, seenBy(observes, state));
      expect(names(moves)).toEqual(shows[state]);
      const steps = moves.flatMap((move) => ('reached' in move ? [Object.keys(move.reached).slice(1)] : []));
      expect(steps).toEqual(shows[state].map((_, index) => shows[state].slice(0, index + 1)));
    });
  });

  it.each(REGISTERED)('an observation that lags behind yields no move for an activation that is %s', (state) => {
    const behind = REGISTERED.slice(0, REGISTERED.indexOf(state) + 1);
    for (const seen of behind) {
      const shown = seen === 'issued' ? observation({}) : seenBy(STEPS, seen);
      expect(nextMove(states[state], shown, NOW)).toBeNull();
    }
  });

  it('an observed device without a name waits for the next observation', () => {
    const nameless = { ...seenBy(STEPS, 'active'), instanceId: null };
    expect(names(follow(states.issued, nameless))).toEqual(['scanned', 'verified']);
  });

  it('a completion is dated now where the gateway reports no time', () => {
    const seen = observation({ state: 'active', instanceId: 'X-1' });
    expect(nextMove(states.issued, seen, NOW)).toMatchObject({ state: 'active', reached: { active: NOW } });
  });

  it('an activation keeps its own expiry unless the gateway reports one', () => {
    const scanned = seenBy(STEPS, 'scanned');
    expect(nextMove(states.issued, scanned, NOW)).toMatchObject({ expiresAt: states.issued.expiresAt });
    expect(nextMove(states.issued, { ...scanned, expiresAt: at(500) }, NOW)).toMatchObject({ expiresAt: at(500) });
  });

  describe.each(REGISTERED)('of the end of one that is %s', (state) => {
    it.each<[Observation['state'], object]>([
      ['expired', { state: 'expired', endedAt: NOW }],
      ['cancelled', { state: 'cancelled', endedAt: NOW }],
      ['superseded', { state: 'superseded', endedAt: NOW }],
      ['failed', { state: 'failed', reason: 'refused-by-gateway' }],
      ['unknown', { state: 'failed', reason: 'lost-by-gateway' }],
    ])('%s is final', (end, expected) => {
      const move = nextMove(states[state], observation({ state: end }), NOW);
      expect(move).toMatchObject({ ...expected, version: states[state].version + 1 });
      expect(move).not.toHaveProperty('encryptedPayload');
    });
  });

  it('a failure keeps the gateway’s reason', () => {
    const failed = observation({ state: 'failed', reason: 'too-many-wrong-passwords' });
    expect(nextMove(states.scanned, failed, NOW)).toMatchObject({ reason: 'too-many-wrong-passwords' });
  });

  it('an observation yields the steps first, and then the end', () => {
    const seen = { ...seenBy(STEPS, 'linked'), state: 'expired' as const };
    expect(names(follow(states.issued, seen))).toEqual(['scanned', 'verified', 'linked', 'expired']);
  });
});
