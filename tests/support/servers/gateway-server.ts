import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { EmbeddedGateway } from '@/lib/gateways/embedded/engine/embedded-gateway';
import type { GatewayAddress } from '@/lib/phone/gateway-address';

/** Serves an embedded gateway as the website does: its services, and the address that phones ask for. */
export class GatewayServer {
  readonly url: string;
  readonly #server: Server;

  private constructor(url: string, server: Server) {
    this.url = url;
    this.#server = server;
  }

  static async open(
    gateway: EmbeddedGateway,
    { gatewayId, frontEndKey }: Omit<GatewayAddress, 'gatewayUrl'>,
  ): Promise<GatewayServer> {
    // As the site's own: a client on a busy machine must not send just as this end closes an idle connection.
    const server = createServer({ keepAliveTimeout: 65_000 }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new TypeError('not a TCP address');
    const url = `http://127.0.0.1:${address.port}`;
    const answerTo = async (path: string, authorization: string | undefined, body: Buffer) =>
      path === '/authenticator/config.json'
        ? { status: 200, body: { gatewayUrl: url, gatewayId, frontEndKey } }
        : gateway.handle({ service: path.replace(/^\/rest\/v2\//, ''), authorization: authorization ?? null, body });
    server.on('request', (request, response) => {
      void buffer(request)
        .then((body) => answerTo(request.url ?? '/', request.headers.authorization, body))
        .catch(() => ({ status: 500, body: {} }))
        .then(({ status, body }) =>
          response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
        );
    });
    return new GatewayServer(url, server);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
