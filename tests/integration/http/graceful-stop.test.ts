import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { FrontServer } from '../../support/servers/front-server';

const CLIENTS = 40;

/** Each client asks again on the same connection as soon as it has its answer, as a phone does with its four calls. */
describe('a server that stops while it is asked', () => {
  it('threat: an answer lost on the way — answers everything that it has carried out, and then ends the connection', async () => {
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
});
