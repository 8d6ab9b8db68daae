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
 * is tried first the next time. A repeatable call may thus be carried out by one server and, when its reply is lost, again
 * by the next one. Any other goes to the next one only if there was no connection to write it to.
 */
export class Connection {
  readonly #settings: ConnectionSettings;
  readonly #agent: Agent;
  /** Of calls that are not repeatable: a reused connection may turn out to be closed after the request has been read. */
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
   * @param limits.timeLimitMs of a call that waits for somebody, in place of the connection's
   * @param limits.signal ends the call, which is no failure of the server's
   * @throws GatewayError when no server gives a proper reply
   */
  async send<Value>(
    request: Request,
    read: (reply: Reply) => Value,
    { timeLimitMs = this.#settings.timeLimitMs, signal }: { timeLimitMs?: number; signal?: AbortSignal } = {},
  ): Promise<Value> {
    const { urls, maximumReplyBytes } = this.#settings;
    const { isRepeatable = false } = request;
    const end = performance.now() + timeLimitMs;
    const failures: GatewayError[] = [];
    const start = this.#first;
    for (let attempt = 0; attempt < urls.length; attempt++) {
      const index = (start + attempt) % urls.length;
      const restMs = Math.ceil(end - performance.now());
      // Every server gets its share of the remaining time, even if earlier ones hang.
      const shareMs = Math.ceil(restMs / (urls.length - attempt));
      let isSent = false;
      const connecting = { limitMs: shareMs, onDone: () => void (isSent = true) };
      const limits = { timeLimitMs: isRepeatable ? shareMs : restMs, connecting, maximumReplyBytes, signal };
      try {
        const agent = isRepeatable ? this.#agent : this.#freshAgent;
        const value = read(await exchange(agent, urls[index] ?? '', request, limits));
        this.#first = index;
        return value;
      } catch (error) {
        if (!(error instanceof GatewayError) || signal?.aborted) throw error;
        this.#onFailure(error);
        failures.push(error);
        if (isRepeatable || !isSent) continue;
        // Whoever tries again reaches another server.
        this.#first = (index + 1) % urls.length;
        break;
      }
    }
    throw summaryOf(failures);
  }

  /** Calls in progress fail. */
  close(): void {
    this.#agent.destroy();
    this.#freshAgent.destroy();
  }
}

/** The most doubtful counts: one server that may have carried the call out is enough. */
const OUTCOMES = ['unknown', 'final'] as const;

function summaryOf(failures: GatewayError[]): GatewayError {
  const [first] = failures;
  if (!first) throw new RangeError('a connection needs an address');
  if (failures.length === 1) return first;
  const outcome = OUTCOMES.find((one) => failures.some((failure) => failure.outcome === one)) ?? 'not-sent';
  return new GatewayError(first.code, outcome, {
    cause: new AggregateError(failures, 'no server gave a proper reply'),
  });
}
