import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createNetServer, Server as NetServer, type Socket } from 'node:net';
import type { Config } from '../../config/config';
import { guardEvery } from '../../shared/async/guard-rounds';
import { canonicalAddress, networkNameOf } from '../../shared/network-address';
import { SECOND } from '../../shared/time/duration';
import type { Front } from './front';
import { HELD_OPEN, heldOpen } from './held-open';
import { listen } from './listen';
import type { SecurityHeaders } from './security-headers';
import { LOOK_OVER_MS, Unfinished } from './unfinished';

/** Limits of a client before anything is known about it. */
const SETTINGS = {
  /** All headers of a request together, in bytes. */
  maxHeaderSize: 16 * 1_024,
  /** Time to send the headers, and the whole request. Long polls are held after that. */
  headersTimeout: heldOpen(0).head.longestMs,
  requestTimeout: HELD_OPEN.longBody.longestMs,
  /** Interval of checking both. */
  connectionsCheckingInterval: 2 * SECOND,
  /** Longer than proxies' timeouts, so that none sends a request just as this end closes. */
  keepAliveTimeout: heldOpen(0).connection.longestMs,
  /** The front refuses these itself, with its headers. */
  requireHostHeader: false,
};

/** How long a kept-alive connection may be idle while the server stops: a busy proxy uses each several times a second. */
const LAST_WORD_MS = SECOND;

const PARSER_STATUS: Record<string, string> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
};

/** The HTTP server of pages and phones, with the front before everything else. */
export class HttpServer {
  readonly node: Server;
  readonly #front: Front;
  readonly #headers: string;
  readonly #perNetwork: number;
  /** Connections by the network of their peer. */
  readonly #connections = new Map<string, number>();
  readonly #heads: Unfinished;
  /** What takes a connection out of them. */
  readonly #withoutHead = new Map<Socket, () => void>();
  /** A client that has a connection open has had time to use it. */
  #lastWord: Promise<unknown> = Promise.resolve();

  constructor(
    front: Front,
    securityHeaders: SecurityHeaders,
    { waitingPages, trustedProxies }: Pick<Config, 'waitingPages' | 'trustedProxies'>,
  ) {
    const { connection, head } = heldOpen(waitingPages);
    this.#front = front;
    this.#headers = securityHeaders.toText();
    this.#perNetwork = connection.perNetwork;
    this.#heads = new Unfinished(head);
    this.node = createServer(SETTINGS, (request, response) => this.#handle(request, response));
    this.node.maxConnections = connection.inAll;
    // Behind a proxy all clients have its address, and it manages their connections.
    if (trustedProxies === 0) this.node.on('connection', (socket) => this.#admit(socket));
    this.node.on('checkContinue', (request, response) => this.#handle(request, response, true));
    this.node.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => this.#refuseUnread(error, socket));
  }

  /**
   * Binds the port and releases it, so that a port in use is reported before anything else, and no client is served
   * before everything is ready: load balancers avoid a replica that refuses connections, but pass a 503 on.
   * @throws ConfigurationError when the port is in use or not permitted
   */
  async tryPort(address: { host: string; port: number }): Promise<void> {
    // Another server than the one that serves, whose `close` would end what looks after it.
    const trial = createNetServer();
    await listen(trial, address, 'PORT');
    await new Promise((resolve) => trial.close(resolve));
  }

  /** Serves, and looks over what is unfinished. @throws ConfigurationError when the port is in use or not permitted */
  async listen(address: { host: string; port: number }): Promise<void> {
    await listen(this.node, address, 'PORT');
    const stopLooking = guardEvery('unfinished-work', LOOK_OVER_MS, () => {
      this.#heads.lookOver();
      this.#front.lookOver();
    });
    this.node.once('close', stopLooking);
  }

  /** Accepts no new connections. Open ones end with their next response, which says so. */
  close(): void {
    // That of HTTP would also cut off the idle ones, with a request that may be on its way.
    NetServer.prototype.close.call(this.node);
    this.#front.endConnections();
    this.#lastWord = new Promise((resolve) => {
      this.node.once('close', resolve);
      setTimeout(resolve, LAST_WORD_MS);
    });
  }

  /**
   * Resolves when every connection was told to close, or has been idle for a while, and no response is in flight:
   * everything that was carried out has been answered. Does not wait longer, because browsers open connections ahead of
   * need.
   */
  async finish(): Promise<void> {
    await this.#lastWord;
    await this.#front.finish();
    this.node.closeIdleConnections();
    await this.#front.finish();
  }

  #handle(request: IncomingMessage, response: ServerResponse, waits = false): void {
    this.#headArrived(request.socket);
    this.#front.handle(request, response, waits);
  }

  /** Takes a connection, or closes it when its network has too many. */
  #admit(socket: Socket): void {
    const network = networkNameOf(canonicalAddress(socket.remoteAddress ?? ''));
    const count = this.#connections.get(network) ?? 0;
    if (count >= this.#perNetwork) return void socket.destroy();
    this.#connections.set(network, count + 1);
    this.#withoutHead.set(
      socket,
      this.#heads.add(network, () => this.#refuseUnread({ code: 'ERR_HTTP_REQUEST_TIMEOUT' }, socket)),
    );
    socket.once('close', () => {
      this.#headArrived(socket);
      const left = (this.#connections.get(network) ?? 0) - 1;
      if (left > 0) this.#connections.set(network, left);
      else this.#connections.delete(network);
    });
  }

  #headArrived(socket: Socket): void {
    this.#withoutHead.get(socket)?.();
    this.#withoutHead.delete(socket);
  }

  /** Input that the parser rejects or that times out never becomes a request. */
  #refuseUnread(error: Pick<NodeJS.ErrnoException, 'code'>, socket: Socket): void {
    const status = PARSER_STATUS[error.code ?? ''] ?? '400 Bad Request';
    if (socket.writable && error.code !== 'ECONNRESET' && !this.#front.hasBegunAnswer(socket))
      socket.write(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n${this.#headers}\r\n`);
    socket.destroySoon();
  }
}
