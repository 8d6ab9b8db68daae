import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { ConfigurationError } from '../../config/configuration-error';
import { SECOND } from '../../shared/time/duration';
import type { Front } from './front';
import type { SecurityHeaders } from './security-headers';

/** What one client may take of the server before anything is known of it. */
const SETTINGS = {
  /** All headers of a request together, in bytes. */
  maxHeaderSize: 16 * 1_024,
  /** To send the headers, and to send all of a request. Long polls are held after that. */
  headersTimeout: 10 * SECOND,
  requestTimeout: 15 * SECOND,
  /** How often both are looked after. */
  connectionsCheckingInterval: 2 * SECOND,
  /** Longer than proxies keep theirs, which would otherwise send a request just as this end closes. */
  keepAliveTimeout: 65 * SECOND,
  /** The front says so itself, with its headers. */
  requireHostHeader: false,
};

/** Beside the pages and the phones that wait; connections beyond these are closed at once. */
const SPARE_CONNECTIONS = 5_000;

const PARSER_STATUS: Record<string, string> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
};

/** The server that people and phones reach, with the front that looks at every request first. */
export class HttpServer {
  readonly node: Server;
  readonly #front: Front;
  readonly #headers: string;

  /** @param waitingPages how many requests of pages are held at a time, and as many of phones */
  constructor(front: Front, securityHeaders: SecurityHeaders, waitingPages: number) {
    this.#front = front;
    this.#headers = securityHeaders.toText();
    this.node = createServer(SETTINGS, (request, response) => front.handle(request, response));
    this.node.maxConnections = 2 * waitingPages + SPARE_CONNECTIONS;
    this.node.on('checkContinue', (request, response) => front.handle(request, response, true));
    this.node.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => this.#refuseUnread(error, socket));
  }

  /**
   * Takes the port and gives it back: one in use is said before anything else is touched, and nobody is let in before
   * everything is ready. Whatever spreads requests over replicas goes elsewhere when a connection is refused; an answer of
   * 503 it would pass on.
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

  /** Takes no new connections. Those that are open end with their next answer. */
  close(): void {
    this.node.close();
    this.#front.endConnections();
  }

  /**
   * Resolves when no answer is under way: what was carried out has been answered. Connections that are open and ask for
   * nothing are not waited for, because browsers open some ahead of need.
   */
  async finish(): Promise<void> {
    await this.#front.finish();
  }

  /** What the parser cannot read, or has waited for too long, becomes no request. */
  #refuseUnread(error: NodeJS.ErrnoException, socket: Socket): void {
    const status = PARSER_STATUS[error.code ?? ''] ?? '400 Bad Request';
    if (socket.writable && error.code !== 'ECONNRESET' && !this.#front.hasBegunAnswer(socket))
      socket.write(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n${this.#headers}\r\n`);
    socket.destroySoon();
  }
}
