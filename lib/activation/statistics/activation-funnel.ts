import type { ActivationScope, ActivationStatistics, Duration, Outcome, StepDurations } from './activation-statistics';
import { FUNNEL_STEPS, type FunnelStep } from './funnel-step';

export type FunnelStage = {
  step: FunnelStep;
  /** Activations that reached this step, even if it was not observed itself. */
  count: number;
  /** From the previous step. */
  duration: Duration | null;
  /** What became of those that came no further, most frequent first. Empty for the last step. */
  stayed: Outcome[];
};

export type ActivationFunnel = { stages: FunnelStage[]; whole: Duration | null };

/**
 * The funnel of the activations started in a period: how far they came, how long each step took, and what became of the
 * rest.
 */
export async function readActivationFunnel(
  numbers: ActivationStatistics,
  scope: ActivationScope,
): Promise<ActivationFunnel> {
  const [outcomes, durations] = await Promise.all([numbers.outcomes(scope), numbers.durations(scope)]);
  return activationFunnel(outcomes, durations);
}

export function activationFunnel(outcomes: readonly Outcome[], { toStep, whole }: StepDurations): ActivationFunnel {
  const stages = FUNNEL_STEPS.map((step, index) => {
    const beyond = outcomes.filter(({ furthest }) => FUNNEL_STEPS.indexOf(furthest) >= index);
    const here = outcomes.filter(({ furthest, state }) => furthest === step && state !== 'active');
    return {
      step,
      count: beyond.reduce((sum, { count }) => sum + count, 0),
      duration: step === 'started' ? null : toStep[step],
      stayed: here.toSorted((left, right) => right.count - left.count),
    };
  });
  return { stages, whole };
}
