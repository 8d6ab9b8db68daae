import { once } from 'node:events';
import { createServer as createPlainServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer, Server as TlsServer } from 'node:https';
import type { Socket } from 'node:net';
import { readBody } from '../../../server/http/read-body';
import { listenOnFreePort } from './free-port';
import type { Identity } from './throw-away-authority';
import type { Request } from './exchange';

export type TlsOptions = {
  identity: Identity;
  /** PEM of the authority whose clients alone may connect; null for all clients. */
  clientAuthority: string | null;
};

/** Longer bodies are refused, whatever the wire: OneSpan's have a few kilobytes. */
const MAXIMUM_BODY_BYTES = 1_024 * 1_024;

type Handle = (request: Request, response: ServerResponse) => Promise<void>;

/** A server on a loopback port that it keeps when it goes away and comes back. */
export class Listener {
  readonly #server: Server | TlsServer;
  #port: number;
  #tls: TlsOptions | null;
  readonly #handle: Handle;
  readonly #sockets = new Set<Socket>();

  private constructor(tls: TlsOptions | null, handle: Handle, port: number) {
    this.#port = port;
    this.#tls = tls;
    this.#handle = handle;
    this.#server = this.#create();
  }

  /**
   * @param tls null for plain HTTP
   * @param port 0 for a free one
   * @throws Error of the system when the port is taken
   */
  static async open(tls: TlsOptions | null, handle: Handle, port = 0): Promise<Listener> {
    const listener = new Listener(tls, handle, port);
    await listener.start();
    return listener;
  }

  get url(): string {
    return `${this.#tls ? 'https' : 'http'}://localhost:${this.#port}`;
  }

  get isSecure(): boolean {
    return this.#tls !== null;
  }

  /** Connections are refused from now on, and those that are open are reset. */
  async stop(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  async start(): Promise<void> {
    if (this.#server.listening) return;
    if (this.#port === 0) this.#port = await listenOnFreePort(this.#server);
    else await once(this.#server.listen(this.#port, '127.0.0.1'), 'listening');
  }

  /** Shows another certificate from the next connection on, and resets the connections that are open. */
  present(identity: Identity): void {
    if (!this.#tls || !(this.#server instanceof TlsServer))
      throw new TypeError('a server without TLS has no certificate');
    this.#tls = { ...this.#tls, identity };
    this.#server.setSecureContext(toServerOptions(this.#tls));
    for (const socket of this.#sockets) socket.destroy();
  }

  #create(): Server | TlsServer {
    const answer = (request: IncomingMessage, response: ServerResponse) => void this.#answer(request, response);
    const server = this.#tls ? createServer(toServerOptions(this.#tls), answer) : createPlainServer(answer);
    // As the site's own: a client on a busy machine must not send just as this end closes an idle connection.
    server.keepAliveTimeout = 65_000;
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    return server;
  }

  async #answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://localhost');
      const { method = 'GET', headers } = incoming;
      const body = await readBody(incoming, MAXIMUM_BODY_BYTES);
      if (!body) return void response.writeHead(413, { connection: 'close' }).end();
      await this.#handle({ url: this.url, method, path: pathname, query: searchParams, headers, body }, response);
    } catch (error) {
      response.destroy();
      if (!incoming.destroyed) process.emitWarning(error instanceof Error ? error : String(error));
    }
  }
}

function toServerOptions({ identity, clientAuthority }: TlsOptions) {
  const client = clientAuthority === null ? {} : { ca: clientAuthority, requestCert: true, rejectUnauthorized: true };
  return { ...identity, ...client, minVersion: 'TLSv1.2' as const };
}
