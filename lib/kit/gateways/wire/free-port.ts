import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

const HOST = '127.0.0.1';

/** Systems take the ports of outgoing connections, and of servers that leave the choice to them, from 32,768 on. */
const FIRST_PORT = 20_000;
const END_OF_PORTS = 32_768;

/**
 * Listens on the loopback interface, on a port that stays free while the server is away, because the system assigns it
 * to no connection.
 * @returns the port
 * @throws Error of the system, except for a port that is taken
 */
export async function listenOnFreePort(server: Server): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST_PORT, END_OF_PORTS);
    try {
      await once(server.listen(port, HOST), 'listening');
      return port;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
}

/**
 * A TCP port of the loopback interface that nothing listens on right now, and that the system assigns to no connection.
 */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenOnFreePort(server);
  server.close();
  await once(server, 'close');
  return port;
}

export async function isPortFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, HOST);
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.once('listening', () => server.close(() => resolve(true)));
  });
}
