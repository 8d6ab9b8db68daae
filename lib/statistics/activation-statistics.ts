import type { ActivationState, FailureReason } from '../activation/activation';
import type { ListPage } from '../shared/export/export-rows';
import type { Period } from '../shared/time/period';
import type { ActivationFacts } from './activation-facts';
import type { FunnelStep } from './funnel-step';
import type { AuditLog } from '../audit/audit-log';
import type { Clock } from '../shared/time/clock';

/** How many activations are in a state now. */
export type Outcome = {
  state: ActivationState;
  /** Set when `failed`. */
  reason: FailureReason | null;
  /** The last step that was seen, whichever were seen before it. */
  furthest: FunnelStep;
  count: number;
};

/** In seconds, of the activations that have both moments; a gateway whose clock is behind counts as none. */
export type Duration = { median: number; p95: number };

export type StepDurations = {
  /** From the step before to the step; null when no activation has both. */
  toStep: Record<Exclude<FunnelStep, 'started'>, Duration | null>;
  /** From the start to a device that works. */
  whole: Duration | null;
};

/** @property states those they are in now; null for any */
export type ActivationChoice = { period: Period; states: readonly ActivationState[] | null };

export type ActivationCursor = Pick<ActivationFacts, 'id' | 'requestedAt'>;

/** PORT: what has become of the activations that were started in a period. */
export interface ActivationStatistics {
  /** In no order; none with a count of 0. */
  outcomes(period: Period): Promise<Outcome[]>;
  durations(period: Period): Promise<StepDurations>;
  /** By when they were started, and by their identifier where that is the same. */
  list(choice: ActivationChoice, page: ListPage<ActivationCursor>): Promise<ActivationFacts[]>;
}

/** What figures and exports need. */
export type StatisticsPorts = { activations: ActivationStatistics; audit: AuditLog; clock: Clock };
