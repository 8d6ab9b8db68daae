import type { Agent } from 'node:https';
import { GatewayError } from '../../activation/gateway-error';
import type { TlsSettings } from '../../config/pem-files';
import { exchange, type Reply, type Request } from './exchange';
import { tlsAgent } from './send-request';

export type ConnectionSettings = {
  /** Addresses of servers that stand in for each other, https, in the order in which they are tried. */
  urls: readonly string[];
  tls: TlsSettings;
  /** Of one call, however many servers are tried. In milliseconds. */
  timeLimitMs: number;
  /** Longer replies are refused. */
  maximumReplyBytes: number;
};

/**
 * Calls to servers of which any will do: whoever gives no proper reply is passed over, and the one that did is asked first
 * the next time. So a call may be carried out by one server and, when its reply is lost, by the next one again.
 */
export class Connection {
  readonly #settings: ConnectionSettings;
  readonly #agent: Agent;
  readonly #onFailure: (failure: GatewayError) => void;
  #first = 0;

  /** @param onFailure is told of every server that gave no proper reply */
  constructor(settings: ConnectionSettings, onFailure: (failure: GatewayError) => void) {
    this.#settings = settings;
    this.#onFailure = onFailure;
    this.#agent = tlsAgent(settings.tls);
  }

  /**
   * @param read makes of a reply what was asked for; throws GatewayError when it is not that
   * @throws GatewayError when no server gives a proper reply
   */
  async send<Value>(request: Request, read: (reply: Reply) => Value): Promise<Value> {
    const { urls, timeLimitMs, maximumReplyBytes } = this.#settings;
    const end = performance.now() + timeLimitMs;
    const failures: GatewayError[] = [];
    const start = this.#first;
    for (let tried = 0; tried < urls.length; tried++) {
      const index = (start + tried) % urls.length;
      // Whoever comes later gets its share of the time, even when those before it hang.
      const patienceMs = Math.ceil((end - performance.now()) / (urls.length - tried));
      try {
        const value = read(await exchange(this.#agent, urls[index] ?? '', request, { patienceMs, maximumReplyBytes }));
        this.#first = index;
        return value;
      } catch (error) {
        if (!(error instanceof GatewayError)) throw error;
        this.#onFailure(error);
        failures.push(error);
      }
    }
    throw summaryOf(failures);
  }

  /** Calls that are under way fail. */
  close(): void {
    this.#agent.destroy();
  }
}

function summaryOf(failures: GatewayError[]): GatewayError {
  const [first] = failures;
  if (!first) throw new RangeError('a connection needs an address');
  if (failures.length === 1) return first;
  return new GatewayError(first.code, { cause: new AggregateError(failures, 'no server gave a proper reply') });
}
