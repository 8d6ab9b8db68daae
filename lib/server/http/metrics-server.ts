import { createServer, type Server } from 'node:http';
import { isMetricsToken } from './metrics-token';
import { SECOND } from '../../shared/time/duration';
import { listen } from './listen';

export type WrittenMetrics = { contentType: string; write: () => Promise<string> };

const PATH = '/metrics';

/** A few scrapers, which send short requests. */
const SETTINGS = { maxHeaderSize: 8 * 1_024, headersTimeout: 5 * SECOND, requestTimeout: 5 * SECOND };
const MOST_CONNECTIONS = 16;

/**
 * Serves `GET /metrics` and nothing else, on a port that people have no way to: to whoever reaches it where no token is set.
 * @throws ConfigurationError when the port is in use or not permitted
 */
export async function openMetricsServer(
  address: { host: string; port: number },
  token: string | null,
  { contentType, write }: WrittenMetrics,
): Promise<Server> {
  const server = createServer(SETTINGS, (request, response) => {
    const refuse = (status: number) => void response.writeHead(status, { 'content-length': 0 }).end();
    if (request.url !== PATH || request.method !== 'GET') return refuse(404);
    if (token !== null && !isMetricsToken(request.headers.authorization, token)) return refuse(401);
    write().then(
      (text) => response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-store' }).end(text),
      () => refuse(500),
    );
  });
  server.maxConnections = MOST_CONNECTIONS;
  await listen(server, address, 'TESSERA_METRICS_PORT');
  return server;
}
