import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { text } from 'node:stream/consumers';

export type ReceivedEvent = { method: string; path: string; headers: IncomingMessage['headers']; body: string };

/** @property host a loopback address, from 127.0.0.1 to 127.255.255.254 */
type Secure = { host: string; name: string; cert: string; key: string };

/** A webhook’s receiver on a loopback port that takes events in, until it is told to answer otherwise. */
export class WebhookReceiver {
  readonly url: string;
  received: ReceivedEvent[] = [];
  /** Answers a request that has been read; null for 204. */
  answer: ((response: ServerResponse) => void) | null = null;
  readonly #server: Server;

  private constructor(url: string, server: Server) {
    this.url = url;
    this.#server = server;
  }

  /** @param secure for https under a name, which whoever calls has to look up */
  static async open(port = 0, secure: Secure | null = null): Promise<WebhookReceiver> {
    const created: Server = secure ? createSecureServer({ cert: secure.cert, key: secure.key }) : createServer();
    const server = created.listen(port, secure?.host ?? '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new TypeError('not a TCP address');
    const webhook = new WebhookReceiver(
      secure ? `https://${secure.name}:${address.port}/hook` : `http://127.0.0.1:${address.port}/hook`,
      server,
    );
    server.on('request', (request, response) => void webhook.#take(request, response));
    return webhook;
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    this.received.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body });
    if (this.answer) this.answer(response);
    else response.writeHead(204).end();
  }
}

/** Five minutes, in seconds, as `webhooks.md` asks of receivers. */
const REPLAY_WINDOW = 300;

/** What a receiver does before it believes an event; written from `webhooks.md`. */
export function isGenuine({ headers, body }: ReceivedEvent, secret: string, now: Date): boolean {
  const [, seconds = '', digest = ''] =
    /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['x-tessera-signature'])) ?? [];
  if (Math.abs(now.getTime() / 1_000 - Number(seconds)) > REPLAY_WINDOW) return false;
  const expected = createHmac('sha256', secret).update(`${seconds}.${body}`).digest();
  const presented = Buffer.from(digest, 'hex');
  return presented.length === expected.length && timingSafeEqual(presented, expected);
}
