import { PENDING_STATES } from '../activation';
import type { ActivationFacts } from './activation-facts';
import type { ActivationScope, ActivationStatistics } from './activation-statistics';

/** States that say how it stands with a person's activation; who cancelled knows by themselves. */
const TELLING = [...PENDING_STATES, 'expired', 'failed', 'active'] as const;

/** More than a desk can help with in a day. */
const READ = 500;

/** A person whose latest activation has not led to a device. @property attempts activations of the period */
export type UnfinishedActivation = { latest: ActivationFacts; attempts: number };

/** The people who were started on an activation in a period and have not finished one since, the latest first. */
export async function listUnfinished(
  activations: Pick<ActivationStatistics, 'list'>,
  scope: ActivationScope,
): Promise<UnfinishedActivation[]> {
  const page = { order: 'newest-first', after: null, limit: READ } as const;
  const people = new Map<string, UnfinishedActivation>();
  for (const latest of await activations.list({ ...scope, states: TELLING }, page)) {
    const key = JSON.stringify([latest.userId, latest.domain]);
    const unfinishedActivation = people.get(key);
    if (unfinishedActivation) unfinishedActivation.attempts += 1;
    else people.set(key, { latest, attempts: 1 });
  }
  return [...people.values()].filter(({ latest }) => latest.state !== 'active');
}
