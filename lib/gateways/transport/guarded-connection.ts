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

/** Calls in a row that nobody answers, until it is left alone. */
const FAILURES = 5;

/** How long it is left alone, or half as long by chance: twice as long each time that it does not answer then. */
const REST = { initialDelay: SECOND, maxDelay: 15 * SECOND, generator: halfJitterGenerator };

/** A call that changes nothing is made up to three times, with pauses of up to a tenth and two tenths of a second. */
const MORE_TRIES = 2;
const PAUSE = { initialDelay: 100, generator: halfJitterGenerator };

/** Nobody answered, or not somebody whom we trust. Any other failure is about one call, and says that somebody is there. */
const NOT_THERE = new Set<GatewayErrorCode>(['unreachable', 'timeout', 'untrusted']);

type Policies = { once: IPolicy; repeated: IPolicy };

/**
 * A connection that is not used while nobody answers: then calls fail at once, but for one now and then that finds out
 * whether somebody does again. Calls that change nothing are repeated when they fail without having taken their time.
 */
export class GuardedConnection implements Pick<Connection, 'send'> {
  readonly #connection: Pick<Connection, 'send'>;
  readonly #onCircuit: (state: 'open' | 'closed') => void;
  #policies: Policies;
  /** By the system's clock, which the breaker goes by. */
  #openedAt = -Infinity;

  /** @param onCircuit is told when it is `open`, so that calls fail at once, and when it is not any more */
  constructor(connection: Pick<Connection, 'send'>, onCircuit: (state: 'open' | 'closed') => void) {
    this.#connection = connection;
    this.#onCircuit = onCircuit;
    this.#policies = this.#closedCircuit();
  }

  /** As `Connection.send`; the code is `circuit-open` when nothing was sent. */
  async send<Value>(request: Request, read: (reply: Reply) => Value): Promise<Value> {
    this.#closeAfterClockSetBack();
    const policy = request.changesNothing === true ? this.#policies.repeated : this.#policies.once;
    try {
      return await policy.execute(() => this.#connection.send(request, read));
    } catch (error) {
      if (isBrokenCircuitError(error)) throw new GatewayError('circuit-open', { cause: error });
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
