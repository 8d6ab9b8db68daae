import { SECOND } from '../shared/time/duration';
import { pause } from '../shared/async/pause';
import { retry, type RetryTiming } from '../shared/async/retry';
import { GatewayFailure } from './gateway-failure';

/*
 * The phone's only automatic retries; where they end, screens have a "Try again" button. `retry` limits their number and
 * total time. Do not nest these functions: the waits would multiply.
 */

/** Milliseconds before each retry when the gateway sends no `Retry-After`. */
const WAITS = [SECOND, 2 * SECOND, 4 * SECOND];

type Outcome<Value> = { value: Value } | { failure: GatewayFailure; failures: number };

/**
 * Repeats an idempotent call while the gateway is busy or its answer is lost.
 * @param connection receives whether an earlier answer was lost, so that the gateway may have carried the call out
 * @throws GatewayFailure when the retries are used up, or would not help
 * @throws the signal's reason when it aborts
 */
export async function untilAnswered<Value>(
  connection: (mayHaveWorked: boolean) => Promise<Value>,
  signal?: AbortSignal,
  timing: RetryTiming = realTime(signal),
): Promise<Value> {
  let mayHaveWorked = false;
  return valueOf(
    await retry<Outcome<Value>>(
      async (before) => {
        if (before && 'failure' in before && before.failure.code !== 'busy') mayHaveWorked = true;
        return outcomeOf(() => connection(mayHaveWorked), before);
      },
      (outcome) => ('failure' in outcome && outcome.failure.isPassing ? waitAfter(outcome) : null),
      timing,
    ),
  );
}

/** Repeats a call while the gateway is busy. Any other failure is thrown at once. */
export async function untilNotBusy<Value>(lookUp: () => Promise<Value>): Promise<Value> {
  return valueOf(
    await retry<Outcome<Value>>(
      (before) => outcomeOf(lookUp, before),
      (outcome) => ('failure' in outcome && outcome.failure.code === 'busy' ? waitAfter(outcome) : null),
      realTime(),
    ),
  );
}

async function outcomeOf<Value>(ask: () => Promise<Value>, before: Outcome<Value> | null): Promise<Outcome<Value>> {
  try {
    return { value: await ask() };
  } catch (failure) {
    if (!(failure instanceof GatewayFailure)) throw failure;
    return { failure, failures: before && 'failure' in before ? before.failures + 1 : 1 };
  }
}

function waitAfter({ failure, failures }: Extract<Outcome<never>, { failure: object }>): number | null {
  return failure.retryAfterMs ?? WAITS[failures - 1] ?? null;
}

function valueOf<Value>(outcome: Outcome<Value>): Value {
  if ('failure' in outcome) throw outcome.failure;
  return outcome.value;
}

function realTime(signal?: AbortSignal): RetryTiming {
  return { random: Math.random, now: () => performance.now(), pause: (milliseconds) => pause(milliseconds, signal) };
}
