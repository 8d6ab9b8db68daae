import { PENDING_STATES, type ActivationState } from '../activation';
import type { Outcome } from './activation-statistics';

export type OutcomeCounts = Record<'started' | 'active' | 'pending' | 'expired' | 'cancelled' | 'failed', number>;

/** Counts activations by outcome; superseded ones count as cancelled. */
export function countOutcomes(outcomes: readonly Outcome[]): OutcomeCounts {
  const count = (...states: ActivationState[]) =>
    outcomes.reduce((sum, outcome) => (states.includes(outcome.state) ? sum + outcome.count : sum), 0);
  return {
    started: outcomes.reduce((sum, outcome) => sum + outcome.count, 0),
    active: count('active'),
    pending: count(...PENDING_STATES),
    expired: count('expired'),
    cancelled: count('cancelled', 'superseded'),
    failed: count('failed'),
  };
}
