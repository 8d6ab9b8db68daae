import { Agent, request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';

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
  readonly #agent = new Agent({ keepAlive: true, maxSockets: Infinity });

  constructor(origin: string) {
    this.origin = origin;
  }

  /** @param path with its query */
  async ask(path: string, { method = 'GET', headers, body, signal }: HttpQuestion = {}): Promise<HttpAnswer> {
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
