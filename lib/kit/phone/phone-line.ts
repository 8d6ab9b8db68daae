import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { Latch } from '../latch';

type Gate = { arrival: Latch; release: Latch };

/**
 * A reverse proxy between a phone and the gateway. It can hold a connection back, so that a test acts between two steps of an
 * activation, or drop an answer.
 */
export class PhoneLine {
  readonly url: string;
  readonly #target: string;
  readonly #addressFrom: string;
  readonly #gates = new Map<string, Gate>();
  readonly #losses = new Map<string, number>();
  readonly #close: () => void;
  /** Answered services in order. `at`: when the answer left, by `performance.now()`. */
  readonly answered: { service: string; at: number }[] = [];
  /** Services whose answers were lost, in order. */
  readonly lost: string[] = [];

  private constructor(target: string, addressFrom: string, port: number, close: () => void) {
    this.url = `http://127.0.0.1:${port}`;
    this.#target = target;
    this.#addressFrom = addressFrom;
    this.#close = close;
  }

  /** @param addressFrom origin that serves the gateway's address, where the target does not */
  static async open(target: string, addressFrom = target): Promise<PhoneLine> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new TypeError('not a TCP address');
    const line = new PhoneLine(target, addressFrom, address.port, () => server.close());
    server.on('request', (request, response) => void line.#relay(request, response));
    return line;
  }

  /** Holds calls of `service`, such as `MdlActivate`, until the gate is released. */
  hold(service: string): Gate {
    const gate = { arrival: new Latch(), release: new Latch() };
    this.#gates.set(service, gate);
    return gate;
  }

  /** Drops the gateway's next answers to `service`. */
  loseAnswers(service: string, times = 1): void {
    this.#losses.set(service, times);
  }

  close(): void {
    this.#close();
  }

  async #relay(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    const service = path.split('/').at(-1) ?? '';
    const body = await buffer(request);
    const gate = this.#gates.get(service);
    gate?.arrival.open();
    await gate?.release.opened;
    try {
      const origin = service === 'config.json' ? this.#addressFrom : this.#target;
      const answer = await fetch(origin + path, {
        method: request.method ?? 'GET',
        headers: forwarded(request),
        ...(body.length > 0 ? { body } : {}),
      });
      const at = performance.now();
      const said = await answer.text();
      const losses = this.#losses.get(service) ?? 0;
      if (losses > 0) {
        this.#losses.set(service, losses - 1);
        this.lost.push(service);
        response.destroy();
        return;
      }
      // Replaces the gateway's published address by this proxy's.
      const text = service === 'config.json' ? said.replaceAll(origin, this.url) : said;
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' });
      response.end(text);
      this.answered.push({ service, at });
    } catch {
      response.writeHead(502).end();
    }
  }
}

function forwarded(request: IncomingMessage): Record<string, string> {
  const { authorization, 'content-type': contentType } = request.headers;
  return { ...(authorization ? { authorization } : {}), ...(contentType ? { 'content-type': contentType } : {}) };
}
