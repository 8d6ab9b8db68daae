import {
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  halfJitterGenerator,
  handleWhen,
  isBrokenCircuitError,
  retry,
  wrap,
  type IPolicy,
} from 'cockatiel';
import { GatewayError, type GatewayErrorCode } from '../../activation/gateway-error';
import { SECOND } from '../../shared/time/duration';
import type { Connection } from './connection';
import type { Reply, Request } from './exchange';

/** Consecutive failures that open the circuit. */
const FAILURES = 5;

/** How long the circuit stays open, with half jitter: doubled after each failed probe. */
const REST = { initialDelay: SECOND, maxDelay: 15 * SECOND, generator: halfJitterGenerator };

/** A repeatable call is tried up to three times, with pauses of up to 0.1 s and 0.2 s. */
const MORE_TRIES = 2;
const PAUSE = { initialDelay: 100, generator: halfJitterGenerator };

/** The server is unreachable or untrusted. Any other failure concerns one call, and shows that the server is there. */
const NOT_THERE = new Set<GatewayErrorCode>(['unreachable', 'timeout', 'untrusted']);

type Policies = { once: IPolicy; repeated: IPolicy };

/**
 * A connection with a circuit breaker: while the server is away, calls fail at once, except for a probe now and then.
 * Repeatable calls are retried when they fail quickly.
 */
export class GuardedConnection implements Pick<Connection, 'send'> {
  readonly #connection: Pick<Connection, 'send'>;
  readonly #onCircuit: (state: 'open' | 'closed') => void;
  #policies: Policies;
  /** By the system's clock, which the breaker uses. */
  #openedAt = -Infinity;

  /** @param onCircuit called when the circuit opens, so that calls fail at once, and when it closes */
  constructor(connection: Pick<Connection, 'send'>, onCircuit: (state: 'open' | 'closed') => void) {
    this.#connection = connection;
    this.#onCircuit = onCircuit;
    this.#policies = this.#closedCircuit();
  }

  /** See `Connection.send`; the code is `circuit-open` when nothing was sent. */
  async send<Value>(request: Request, read: (reply: Reply) => Value): Promise<Value> {
    this.#closeAfterClockSetBack();
    const policy = request.isRepeatable === true ? this.#policies.repeated : this.#policies.once;
    try {
      return await policy.execute(() => this.#connection.send(request, read));
    } catch (error) {
      if (isBrokenCircuitError(error)) throw new GatewayError('circuit-open', 'not-sent', { cause: error });
      throw error;
    }
  }

  /** An open circuit would otherwise stay open for as long as the clock was set back. */
  #closeAfterClockSetBack(): void {
    if (Date.now() >= this.#openedAt) return;
    this.#openedAt = -Infinity;
    this.#policies = this.#closedCircuit();
    this.#onCircuit('closed');
  }

  #closedCircuit(): Policies {
    const breaker = circuitBreaker(
      handleWhen((error) => error instanceof GatewayError && NOT_THERE.has(error.code)),
      { halfOpenAfter: new ExponentialBackoff(REST), breaker: new ConsecutiveBreaker(FAILURES) },
    );
    breaker.onBreak(() => {
      this.#openedAt = Date.now();
      this.#onCircuit('open');
    });
    breaker.onReset(() => {
      this.#openedAt = -Infinity;
      this.#onCircuit('closed');
    });
    const retries = retry(
      handleWhen((error) => error instanceof GatewayError && error.code === 'unreachable'),
      { maxAttempts: MORE_TRIES, backoff: new ExponentialBackoff(PAUSE) },
    );
    return { once: breaker, repeated: wrap(retries, breaker) };
  }
}
