import { beforeEach, describe, expect, it } from 'vitest';
import type { ActivationState } from '@/lib/activation/activation';
import type { ActivationFacts } from '@/lib/activation/statistics/activation-facts';
import type { ActivationChoice } from '@/lib/activation/statistics/activation-statistics';
import { listUnfinished } from '@/lib/activation/statistics/unfinished-activations';

const PERIOD = { from: new Date('2026-05-04'), to: new Date('2026-05-05') };

describe('unfinished activations', () => {
  let all: ActivationFacts[];

  beforeEach(() => {
    all = [];
  });

  /** The newest last. */
  function started(userId: string, state: ActivationState): void {
    const requestedAt = new Date(PERIOD.from.getTime() + all.length);
    const facts = { domain: 'example.org', reason: null, reached: {}, endedAt: null, instanceId: null };
    all.push({ id: `act-${all.length}`, userId, state, requestedAt, ...facts });
  }

  async function list() {
    const activations = {
      list: async ({ states }: ActivationChoice) => all.filter(({ state }) => states?.includes(state)).toReversed(),
    };
    const found = await listUnfinished(activations, { period: PERIOD, domain: 'example.org' });
    return found.map(({ latest: { userId, state }, attempts }) => [userId, state, attempts]);
  }

  it('the list has each user’s latest unfinished activation, with the number of tries', async () => {
    started('smith', 'expired');
    started('jones', 'issued');
    started('smith', 'failed');
    expect(await list()).toEqual([
      ['smith', 'failed', 2],
      ['jones', 'issued', 1],
    ]);
  });

  it('the list leaves out users who activated a device since, or cancelled', async () => {
    started('jane', 'expired');
    started('jane', 'active');
    started('john', 'cancelled');
    started('mary', 'active');
    started('mary', 'expired');
    expect(await list()).toEqual([['mary', 'expired', 2]]);
  });
});
