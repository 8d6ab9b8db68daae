import type { Agent } from 'node:https';
import { GatewayError } from '../../activation/gateway-error';
import type { TlsSettings } from '../../config/sections/pem-files';
import { exchange, type Reply, type Request } from './exchange';
import { tlsAgent } from './send-request';

export type ConnectionSettings = {
  /** https addresses of interchangeable servers, in order of preference. */
  urls: readonly string[];
  tls: TlsSettings;
  /** Of one call, however many servers are tried. In milliseconds. */
  timeLimitMs: number;
  /** Longer replies are refused. */
  maximumReplyBytes: number;
};

/**
 * Calls to interchangeable servers, with failover: a server without a proper reply is skipped, and the one that replied
 * is tried first the next time. A call may thus be carried out by one server and, when its reply is lost, again by the
 * next one.
 */
export class Connection {
  readonly #settings: ConnectionSettings;
  readonly #agent: Agent;
  /** Of calls that are sent once: a reused connection that was reset would have them sent again. */
  readonly #freshAgent: Agent;
  readonly #onFailure: (failure: GatewayError) => void;
  #first = 0;

  /** @param onFailure called for every server without a proper reply */
  constructor(settings: ConnectionSettings, onFailure: (failure: GatewayError) => void) {
    this.#settings = settings;
    this.#onFailure = onFailure;
    this.#agent = tlsAgent(settings.tls);
    this.#freshAgent = tlsAgent(settings.tls, false);
  }

  /**
   * @param read converts a reply; throws GatewayError when it is malformed
   * @throws GatewayError when no server gives a proper reply
   */
  async send<Value>(request: Request, read: (reply: Reply) => Value): Promise<Value> {
    const { urls, timeLimitMs, maximumReplyBytes } = this.#settings;
    const end = performance.now() + timeLimitMs;
    const failures: GatewayError[] = [];
    const start = this.#first;
    const attempts = request.isSentOnce === true ? 1 : urls.length;
    const agent = request.isSentOnce === true ? this.#freshAgent : this.#agent;
    for (let attempt = 0; attempt < attempts; attempt++) {
      const index = (start + attempt) % urls.length;
      // Every server gets its share of the remaining time, even if earlier ones hang.
      const shareMs = Math.ceil((end - performance.now()) / (attempts - attempt));
      try {
        const value = read(
          await exchange(agent, urls[index] ?? '', request, { timeLimitMs: shareMs, maximumReplyBytes }),
        );
        this.#first = index;
        return value;
      } catch (error) {
        if (!(error instanceof GatewayError)) throw error;
        this.#onFailure(error);
        failures.push(error);
        // Whoever tries again reaches another server.
        if (request.isSentOnce === true) this.#first = (index + 1) % urls.length;
      }
    }
    throw summaryOf(failures);
  }

  /**
   * The same for a call that waits for somebody, and must not arrive twice: only the server that replied last is asked, on a
   * connection of its own, as for `isSentOnce`.
   * @param timeLimitMs of the call
   * @param signal ends the wait, which is no failure of the server's
   */
  async sendOnce<Value>(
    request: Request,
    read: (reply: Reply) => Value,
    timeLimitMs: number,
    signal?: AbortSignal,
  ): Promise<Value> {
    const { urls, maximumReplyBytes } = this.#settings;
    const limits = { timeLimitMs, maximumReplyBytes, signal };
    try {
      return read(await exchange(this.#freshAgent, urls[this.#first] ?? '', request, limits));
    } catch (error) {
      if (error instanceof GatewayError && !signal?.aborted) this.#onFailure(error);
      throw error;
    }
  }

  /** Calls in progress fail. */
  close(): void {
    this.#agent.destroy();
    this.#freshAgent.destroy();
  }
}

function summaryOf(failures: GatewayError[]): GatewayError {
  const [first] = failures;
  if (!first) throw new RangeError('a connection needs an address');
  if (failures.length === 1) return first;
  return new GatewayError(first.code, { cause: new AggregateError(failures, 'no server gave a proper reply') });
}
