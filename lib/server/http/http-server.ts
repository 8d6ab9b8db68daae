import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { ConfigurationError } from '../../config/configuration-error';
import { SECOND } from '../../shared/time/duration';
import type { Front } from './front';
import type { SecurityHeaders } from './security-headers';

/** Limits of a client before anything is known about it. */
const SETTINGS = {
  /** All headers of a request together, in bytes. */
  maxHeaderSize: 16 * 1_024,
  /** Time to send the headers, and the whole request. Long polls are held after that. */
  headersTimeout: 10 * SECOND,
  requestTimeout: 15 * SECOND,
  /** Interval of checking both. */
  connectionsCheckingInterval: 2 * SECOND,
  /** Longer than proxies' timeouts, so that none sends a request just as this end closes. */
  keepAliveTimeout: 65 * SECOND,
  /** The front refuses these itself, with its headers. */
  requireHostHeader: false,
};

/** Besides long polls of pages and phones; connections beyond these are closed at once. */
const SPARE_CONNECTIONS = 5_000;

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

  /** @param waitingPages long polls of pages that are held at a time, and as many of phones */
  constructor(front: Front, securityHeaders: SecurityHeaders, waitingPages: number) {
    this.#front = front;
    this.#headers = securityHeaders.toText();
    this.node = createServer(SETTINGS, (request, response) => front.handle(request, response));
    this.node.maxConnections = 2 * waitingPages + SPARE_CONNECTIONS;
    this.node.on('checkContinue', (request, response) => front.handle(request, response, true));
    this.node.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => this.#refuseUnread(error, socket));
  }

  /**
   * Binds the port and releases it, so that a port in use is reported before anything else, and no client is served
   * before everything is ready: load balancers avoid a replica that refuses connections, but pass a 503 on.
   * @throws ConfigurationError when the port is in use or not permitted
   */
  async tryPort(address: { host: string; port: number }): Promise<void> {
    await this.listen(address);
    await new Promise((resolve) => this.node.close(resolve));
  }

  /** @throws ConfigurationError when the port is in use or not permitted */
  listen({ host, port }: { host: string; port: number }): Promise<void> {
    return new Promise((resolve, reject) => {
      this.node.once('error', (error: NodeJS.ErrnoException) =>
        reject(
          error.code === 'EADDRINUSE' || error.code === 'EACCES'
            ? new ConfigurationError([
                `PORT ${port} on ${host} is ${error.code === 'EACCES' ? 'not permitted' : 'in use'}; set PORT to another one`,
              ])
            : error,
        ),
      );
      this.node.listen(port, host, resolve);
    });
  }

  /** Accepts no new connections. Open ones end with their next response. */
  close(): void {
    this.node.close();
    this.#front.endConnections();
  }

  /**
   * Resolves when no response is in flight: everything that was carried out has been answered. Idle connections are not
   * waited for, because browsers open some ahead of need.
   */
  async finish(): Promise<void> {
    await this.#front.finish();
  }

  /** Input that the parser rejects or that times out never becomes a request. */
  #refuseUnread(error: NodeJS.ErrnoException, socket: Socket): void {
    const status = PARSER_STATUS[error.code ?? ''] ?? '400 Bad Request';
    if (socket.writable && error.code !== 'ECONNRESET' && !this.#front.hasBegunAnswer(socket))
      socket.write(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n${this.#headers}\r\n`);
    socket.destroySoon();
  }
}
