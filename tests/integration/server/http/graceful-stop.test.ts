import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { poll } from '@/lib/kit/poll';
import { requestHead, UnfinishedClient } from '../../../support/load/unfinished-client';
import { FrontServer } from '../../../support/servers/front-server';

const CLIENTS = 40;

/** Each client asks again on the same connection as soon as it has its answer, as a phone does with its four calls. */
describe('a server that stops while it is asked', () => {
  it('threat: an answer lost on the way — the server answers everything it carried out, and then closes', async () => {
    const carriedOut = new Set<string>();
    const { server, port } = await FrontServer.open([
      async ({ request: { url }, response }) => {
        carriedOut.add(url ?? '');
        await pause(5 + Math.random() * 20);
        response.end('done');
      },
    ]);
    const answered = new Set<string>();
    const lastConnectionHeaders = new Set<string | undefined>();
    const stopped = new AbortController();

    const client = async (name: number) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      for (let turn = 0; ; turn++) {
        const path = `/${name}/${turn}`;
        const sent = request({ port, path, agent }).end();
        try {
          const [answer] = await once(sent, 'response');
          await text(answer);
          answered.add(path);
          if (stopped.signal.aborted) lastConnectionHeaders.add(answer.headers.connection);
        } catch {
          agent.destroy();
          return;
        }
      }
    };
    const clients = Array.from({ length: CLIENTS }, (_, name) => client(name));
    while (carriedOut.size < 5 * CLIENTS) await pause(1);
    server.close();
    stopped.abort();
    await server.finish();
    server.node.closeAllConnections();
    await Promise.all(clients);

    expect([...carriedOut].filter((path) => !answered.has(path))).toEqual([]);
    expect(lastConnectionHeaders).toContain('close');
  });

  it('threat: an answer lost on the way — requests in flight on kept-alive connections are answered, with a close', async () => {
    const front = await FrontServer.open([async ({ response }) => void response.end('done')]);
    const client = new UnfinishedClient(front.port, '127.0.0.1');
    const question = requestHead('GET /', 'here');
    const connections = await client.open(CLIENTS, question);
    await poll('all to be answered', async () => client.answered(200) === CLIENTS);
    for (const connection of connections) connection.received = '';
    // The server sees them as idle, as it does the connections of a proxy at every moment.
    for (const { socket } of connections) socket.write(question);
    front.server.close();
    await front.server.finish();
    await poll('all to be closed', async () => client.openCount === 0);
    expect(client.answered(200)).toBe(CLIENTS);
    for (const { received } of connections) expect(received.toLowerCase()).toContain('connection: close');
  });

  it('threat: an answer lost on the way — clients that pause between requests lose none', async () => {
    const front = await FrontServer.open([async ({ response }) => void response.end('done')]);
    const outcomes: string[] = [];
    const connected = new Set<Agent>();
    const ask = async (agent: Agent): Promise<string | undefined> => {
      const sent = request({ port: front.port, path: '/', agent }).end();
      const [answer] = await once(sent, 'response');
      await text(answer);
      return answer.headers.connection;
    };
    const client = async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      for (;;) {
        const connection = await ask(agent).catch((error: NodeJS.ErrnoException) => error.code);
        connected.add(agent);
        if (connection !== 'keep-alive') return void outcomes.push(connection ?? 'unknown');
        await pause(Math.random() * 20);
      }
    };
    const clients = Array.from({ length: CLIENTS }, client);
    await poll('all to have a connection', async () => connected.size === CLIENTS);
    front.server.close();
    await front.server.finish();
    await Promise.all(clients);
    expect(outcomes).toEqual(Array.from({ length: CLIENTS }, () => 'close'));
  });

  it('a stop does not wait for idle connections', async () => {
    const front = await FrontServer.open([async ({ response }) => void response.end('done')]);
    const client = new UnfinishedClient(front.port, '127.0.0.1');
    const [connection] = await client.open(1, requestHead('GET /', 'here'));
    await poll('the answer', async () => client.answered(200) === 1);
    front.server.close();
    await front.server.finish();
    await poll('the connection to be closed', async () => connection?.isOpen === false);
    expect(client.openCount).toBe(0);
  });
});
