import { activationFacts, type ActivationFacts } from '@/lib/activation/statistics/activation-facts';
import type {
  ActivationChoice,
  ActivationCursor,
  ActivationScope,
  ActivationStatistics,
  Duration,
  Outcome,
  StepDurations,
} from '@/lib/activation/statistics/activation-statistics';
import { FUNNEL_STEPS, type FunnelStep } from '@/lib/activation/statistics/funnel-step';
import { SECOND } from '@/lib/shared/time/duration';
import type { ListPage } from '@/lib/shared/export/export-rows';
import { EVERY_DOMAIN } from '@/lib/shared/identifiers/user-key';
import type { MemoryActivationStore } from './memory-activation-store';

/** The port over the activations of a store in memory. */
export class MemoryActivationStatistics implements ActivationStatistics {
  readonly #store: MemoryActivationStore;

  constructor(store: MemoryActivationStore) {
    this.#store = store;
  }

  async outcomes(scope: ActivationScope): Promise<Outcome[]> {
    const outcomes = new Map<string, Outcome>();
    for (const facts of this.#startedIn(scope)) {
      const { state, reason } = facts;
      const furthest = FUNNEL_STEPS.findLast((step) => momentOf(facts, step)) ?? 'started';
      const key = JSON.stringify([state, reason, furthest]);
      const count = (outcomes.get(key)?.count ?? 0) + 1;
      outcomes.set(key, { state, reason, furthest, count });
    }
    return [...outcomes.values()];
  }

  async durations(scope: ActivationScope): Promise<StepDurations> {
    const all = this.#startedIn(scope);
    const toStep = {
      shown: durationBetween(all, 'started', 'shown'),
      scanned: durationBetween(all, 'shown', 'scanned'),
      verified: durationBetween(all, 'scanned', 'verified'),
      linked: durationBetween(all, 'verified', 'linked'),
      active: durationBetween(all, 'linked', 'active'),
    };
    return { toStep, whole: durationBetween(all, 'started', 'active') };
  }

  async list(
    { states, ...scope }: ActivationChoice,
    { order, after, limit }: ListPage<ActivationCursor>,
  ): Promise<ActivationFacts[]> {
    const compare =
      order === 'oldest-first' ? byStart : (left: ActivationCursor, right: ActivationCursor) => byStart(right, left);
    const chosen = this.#startedIn(scope).filter(({ state }) => states === null || states.includes(state));
    const rest = chosen.filter((facts) => after === null || compare(facts, after) > 0);
    return rest.toSorted(compare).slice(0, limit);
  }

  #startedIn({ period: { from, to }, domain }: ActivationScope): ActivationFacts[] {
    const started = this.#store
      .all()
      .filter(({ requestedAt }) => requestedAt >= from && requestedAt < to)
      .filter((activation) => domain === EVERY_DOMAIN || activation.domain === domain);
    return started.map(activationFacts);
  }
}

function byStart(left: ActivationCursor, right: ActivationCursor): number {
  return (
    left.requestedAt.getTime() - right.requestedAt.getTime() || (left.id < right.id ? -1 : Number(left.id > right.id))
  );
}

function momentOf({ requestedAt, reached }: ActivationFacts, step: FunnelStep): Date | undefined {
  return step === 'started' ? requestedAt : reached[step];
}

function durationBetween(all: ActivationFacts[], from: FunnelStep, to: FunnelStep): Duration | null {
  const seconds = all.flatMap((facts) => {
    const [begin, end] = [momentOf(facts, from), momentOf(facts, to)];
    return begin && end ? [Math.max(0, end.getTime() - begin.getTime()) / SECOND] : [];
  });
  if (seconds.length === 0) return null;
  const sorted = seconds.toSorted((left, right) => left - right);
  return { median: interpolated(sorted, 0.5), p95: interpolated(sorted, 0.95) };
}

/** As SQL's `percentile_cont`: between the two values around the place. */
function interpolated(sorted: number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [below = 0, above = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place - Math.floor(place));
}
