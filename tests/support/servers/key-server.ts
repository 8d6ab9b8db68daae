import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { IMAGE_KEYS_PATH } from '@/lib/shared/codes/image-keys';

/** Serves the list of a website's image keys over real HTTP; what it says is up to the test. */
export class KeyServer {
  readonly origin: string;
  /** Called for each answer; null for a website that has no such list. */
  publish: () => Promise<unknown> = async () => null;
  /** How often it was asked. */
  asked = 0;
  readonly #server: Server;

  private constructor(origin: string, server: Server) {
    this.origin = origin;
    this.#server = server;
  }

  static async open(): Promise<KeyServer> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new TypeError('not a TCP address');
    const keys = new KeyServer(`http://127.0.0.1:${address.port}`, server);
    server.on('request', (request, response) => {
      keys.asked += 1;
      void keys.#answer(request.url, response);
    });
    return keys;
  }

  async #answer(path: string | undefined, response: ServerResponse): Promise<void> {
    const list = await this.publish();
    const isThere = list !== null && path === IMAGE_KEYS_PATH;
    const headers = { 'content-type': 'application/json', 'cache-control': 'max-age=300' };
    response.writeHead(isThere ? 200 : 404, headers).end(JSON.stringify(list));
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
