import type { ActivationState, FailureReason } from '../activation';
import type { ListPage } from '../../shared/export/export-rows';
import type { DomainOfReader } from '../../shared/identifiers/user-key';
import type { Period } from '../../shared/time/period';
import type { ActivationFacts } from './activation-facts';
import type { FunnelStep } from './funnel-step';
import type { AuditLog } from '../../audit/audit-log';
import type { Clock } from '../../shared/time/clock';

/** How many activations are in a state. */
export type Outcome = {
  state: ActivationState;
  /** Set if `failed`. */
  reason: FailureReason | null;
  /** The last observed step. */
  furthest: FunnelStep;
  count: number;
};

/**
 * In seconds, over the activations that have both times. A negative duration, from a slow gateway clock, counts as 0.
 */
export type Duration = { median: number; p95: number };

export type StepDurations = {
  /** From the previous step; null if no activation has both times. */
  toStep: Record<Exclude<FunnelStep, 'started'>, Duration | null>;
  /** From the start to a device that works. */
  whole: Duration | null;
};

/** Activations that were started in a period. @property domain the reader's */
export type ActivationScope = { period: Period; domain: DomainOfReader };

/** @property states null for any */
export type ActivationChoice = ActivationScope & { states: readonly ActivationState[] | null };

export type ActivationCursor = Pick<ActivationFacts, 'id' | 'requestedAt'>;

/** PORT: reads statistics of the activations started in a period. */
export interface ActivationStatistics {
  /** In no particular order, without counts of 0. */
  outcomes(scope: ActivationScope): Promise<Outcome[]>;
  durations(scope: ActivationScope): Promise<StepDurations>;
  /** By start, then by identifier. */
  list(choice: ActivationChoice, page: ListPage<ActivationCursor>): Promise<ActivationFacts[]>;
}

/** For figures and exports. */
export type StatisticsPorts = { activations: ActivationStatistics; audit: AuditLog; clock: Clock };
