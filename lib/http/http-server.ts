import { createServer, type Server } from 'node:http';
import { ConfigurationError } from '../config/configuration-error';
import { SECOND } from '../shared/duration';
import type { Front } from './front';

/** The server that people and phones reach, with the front that looks at every request first. */
export class HttpServer {
  readonly node: Server;
  readonly #front: Front;

  constructor(front: Front) {
    this.#front = front;
    const limits = { requestTimeout: 30 * SECOND, headersTimeout: 10 * SECOND, keepAliveTimeout: 65 * SECOND };
    this.node = createServer(limits, front.handle);
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
}
