import { SECOND } from '../shared/time/duration';
import { pause } from '../shared/async/pause';
import { retry, type RetryTiming } from '../shared/async/retry';
import { GatewayFailure } from './gateway-failure';

/*
 * What a phone asks again by itself, here and nowhere else; whatever is left to the person then has a button. How often and
 * how long altogether is `retry`'s to say. Nothing that waits here may be called by something that waits here.
 */

/** Before each further try, in milliseconds, where the gateway does not name a time. */
const WAITS = [SECOND, 2 * SECOND, 4 * SECOND];

type Outcome<Value> = { value: Value } | { failure: GatewayFailure; failures: number };

/**
 * Makes a connection until it is answered: again while the gateway has too much to do, and after an answer that was lost,
 * because the gateway answers what it has carried out again.
 * @param connection gets whether an answer was lost before, so that the gateway may have carried it out
 * @throws GatewayFailure when the gateway fails for good
 * @throws the signal's reason when the caller gives up
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

/** Looks something up again while the gateway has too much to do. Without a network, the person is told at once. */
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
