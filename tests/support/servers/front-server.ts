import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Answerer, Check } from '@/lib/server/http/exchange';
import type { HttpServer } from '@/lib/server/http/http-server';
import type { LoadShedder } from '@/lib/server/http/load/load-shedder';
import { openHttpServer } from '@/lib/server/http/open-http-server';
import { createLogger } from '@/lib/server/observability/logger';

export type RawAnswer = { status: number; headers: Map<string, string>; body: string };

/** What problems are explained at. */
const PUBLIC_URL = 'https://id.example.org';

/** The program's HTTP server on a port of its own, with answerers of a test's. */
export class FrontServer {
  readonly server: HttpServer;
  readonly load: LoadShedder;
  readonly port: number;

  private constructor(server: HttpServer, load: LoadShedder, port: number) {
    this.server = server;
    this.load = load;
    this.port = port;
  }

  /** @param checks learn the port, which names have @param lag of the event loop, as the server sees it */
  static async open(
    answerers: readonly Answerer[] | null,
    checks: (port: number) => readonly Check[] = () => [],
    logger = createLogger('silent'),
    lag = { ms: 0 },
  ): Promise<FrontServer> {
    const known: Check[] = [];
    const address = { host: '127.0.0.1', port: 0 };
    const config = { ...address, publicUrl: PUBLIC_URL, isHttps: false, trustedProxies: 0, waitingPages: 0 };
    // The shortest time to come back that there is.
    const random = { bytes: (count: number) => new Uint8Array(count) };
    const { server, front, load } = await openHttpServer({ config, checks: known, lag, random, logger });
    await server.listen(address);
    const { port } = server.node.address() as AddressInfo;
    known.push(...checks(port));
    if (answerers) front.open(answerers);
    return new FrontServer(server, load, port);
  }

  /** Sends bytes as they are on a connection of their own. @param rest sent when the server has asked for it */
  async send(head: string, rest?: string): Promise<RawAnswer> {
    const socket = connect(this.port, '127.0.0.1').setNoDelay(true);
    socket.write(head, 'latin1');
    if (rest !== undefined) socket.once('data', () => socket.write(rest, 'latin1'));
    return readAnswer(await text(socket));
  }

  close(): void {
    this.server.node.close();
    this.server.node.closeAllConnections();
  }
}

function readAnswer(received: string): RawAnswer {
  const [head = '', ...body] = received.replace(/^HTTP\/1\.1 100 .*\r\n\r\n/, '').split('\r\n\r\n');
  const [line = '', ...headers] = head.split('\r\n');
  const pairs = headers.map((header) => /^([^:]+): ?(.*)$/.exec(header)?.slice(1) ?? []);
  return {
    status: Number(line.split(' ')[1]),
    headers: new Map(pairs.map(([name = '', value = '']) => [name.toLowerCase(), value])),
    body: body.join('\r\n\r\n'),
  };
}
