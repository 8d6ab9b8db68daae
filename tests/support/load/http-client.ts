import { Agent, request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { retryWhileBusy } from '@/lib/shared/async/retry';

export type HttpAnswer = { status: number; headers: IncomingHttpHeaders; body: string };

type HttpQuestion = {
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Uint8Array;
  signal?: AbortSignal;
};

/**
 * One site over kept-alive connections, at a fraction of what `fetch` takes of the processor: whoever puts load on a server
 * of the same machine takes from it what it spends.
 */
export class HttpClient {
  readonly origin: string;
  readonly #agent: Agent;

  /** @param localAddress that it asks from, of those of this machine */
  constructor(origin: string, localAddress?: string) {
    this.origin = origin;
    const from = localAddress === undefined ? {} : { localAddress };
    this.#agent = new Agent({ keepAlive: true, maxSockets: Infinity, ...from });
  }

  /** How often the server has refused something because it had too much to do. */
  refusals = 0;

  /** Tries again while the server has too much to do, as pages and phones do. @param path with its query */
  async ask(path: string, question: HttpQuestion = {}): Promise<HttpAnswer> {
    let last: HttpAnswer | undefined;
    const send = async () => {
      last = await this.askOnce(path, question);
      if (last.status === 503) this.refusals += 1;
      return new Response(null, { status: last.status, headers: { 'retry-after': last.headers['retry-after'] ?? '' } });
    };
    await retryWhileBusy(send, {
      random: Math.random,
      now: () => performance.now(),
      pause: (milliseconds) => delay(milliseconds),
    });
    if (!last) throw new TypeError('nothing was asked');
    return last;
  }

  /** @param path with its query */
  async askOnce(path: string, { method = 'GET', headers, body, signal }: HttpQuestion = {}): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      const options = { agent: this.#agent, method, ...(headers && { headers }), ...(signal && { signal }) };
      const sent = request(`${this.origin}${path}`, options, (answer) => {
        const { statusCode: status = 0, headers: received } = answer;
        text(answer).then((read) => resolve({ status, headers: received, body: read }), reject);
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
