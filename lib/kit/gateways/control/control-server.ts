import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readBody } from '../../../server/http/read-body';
import type { Reply } from '../../faults/reply';
import { send } from '../../faults/spoil';
import type { StandIn } from '../stand-in';
import { controlAnswer } from './control-routes';
import { problem } from './problem';

const MAXIMUM_BODY_BYTES = 64 * 1_024;

export type ControlServer = { url: string; close(): Promise<void> };

/**
 * A small HTTP port on loopback by which suites in any language steer a stand-in.
 * @param port 0 for a free one
 * @throws Error of the system when the port is taken
 */
export async function openControlServer(standIn: StandIn, port: number): Promise<ControlServer> {
  const server = createServer((request, response) => void answer(standIn, request, response, hosts));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: boundPort } = server.address() as AddressInfo;
  const hosts = [`127.0.0.1:${boundPort}`, `localhost:${boundPort}`];
  return {
    url: `http://127.0.0.1:${boundPort}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(
  standIn: StandIn,
  request: IncomingMessage,
  response: ServerResponse,
  hosts: readonly string[],
): Promise<void> {
  try {
    const refusal = refuseBrowsers(request, hosts);
    if (refusal) return send(response, refusal);
    const body = await readBody(request, MAXIMUM_BODY_BYTES);
    if (!body) return send(response, problem(413, 'The body has more than 64 KiB.'));
    const url = new URL(request.url ?? '/', 'http://localhost');
    return send(response, await controlAnswer(standIn, { method: request.method ?? 'GET', url, body }));
  } catch (error) {
    if (response.headersSent || request.destroyed) return void response.destroy();
    send(response, problem(500, 'The stand-in failed.'));
    process.emitWarning(error instanceof Error ? error : String(error));
  }
}

/** Pages of any site can send requests to a port of this machine; suites send neither an origin nor another host. */
function refuseBrowsers({ headers }: IncomingMessage, hosts: readonly string[]): Reply | null {
  if (headers.origin !== undefined) return problem(403, 'Browsers are not answered.');
  return hosts.includes(headers.host ?? '') ? null : problem(421, 'This is no name of the control port.');
}
