import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HttpClient } from '../../../support/load/http-client';
import { Haproxy, hasHaproxy } from '../../../support/servers/haproxy';

/** What the first replica that a request reaches does with it; the other one answers. */
const ENDINGS: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  closed: ({ socket }) => socket.destroy(),
  reset: ({ socket }) => socket.resetAndDestroy(),
  begun: ({ socket }, response) => response.write('half of ', () => socket.resetAndDestroy()),
  missing: (_request, response) => response.writeHead(404).end(),
};

describe.skipIf(!hasHaproxy)('HAProxy in front of two replicas', () => {
  const replicas: Server[] = [];
  /** Which replicas each address has reached, in this order. */
  const reached = new Map<string, string[]>();
  let proxy: Haproxy;
  let client: HttpClient;

  beforeAll(async () => {
    for (const name of ['one', 'two']) {
      const replica = createServer((request, response) => {
        const { url = '' } = request;
        const before = reached.get(url) ?? [];
        reached.set(url, [...before, name]);
        const ending = before.length === 0 ? ENDINGS[url.split('/').at(-1) ?? ''] : undefined;
        if (ending) ending(request, response);
        else response.end(name);
      });
      await once(replica.listen(0, '127.0.0.1'), 'listening');
      replicas.push(replica);
    }
    proxy = await Haproxy.prepare();
    await proxy.start(replicas.map((replica) => String((replica.address() as AddressInfo).port)));
    client = new HttpClient(proxy.url);
  });

  afterAll(async () => {
    client.close();
    await proxy.stop();
    for (const replica of replicas) replica.close().closeAllConnections();
  });

  /** Lets both replicas have a connection that was used before. */
  async function useConnections(): Promise<void> {
    for (let turn = 0; turn < 4; turn++) await client.askOnce('/');
  }

  const KILLS = ['GET', 'HEAD'].flatMap((method) => ['closed', 'reset'].map((ending) => [method, ending] as const));

  it.each(KILLS)(
    'a %s is answered by the other replica where the first one’s connection is %s before its answer',
    async (method, ending) => {
      for (const path of [`/${method}/first/${ending}`, `/${method}/again/${ending}`]) {
        expect(await client.askOnce(path, { method })).toMatchObject({ status: 200 });
        expect(reached.get(path)?.toSorted()).toEqual(['one', 'two']);
        await useConnections();
      }
    },
  );

  it.each(['closed', 'reset'])(
    'a POST may have been carried out: it reaches no second replica where the first one’s connection is %s',
    async (ending) => {
      for (const path of [`/POST/first/${ending}`, `/POST/again/${ending}`]) {
        const status = await client.askOnce(path, { method: 'POST', body: 'once' }).then(
          (answer) => answer.status,
          () => 'no answer',
        );
        expect([502, 'no answer']).toContain(status);
        expect(reached.get(path)).toHaveLength(1);
        await useConnections();
      }
    },
  );

  it('an answer that one replica has begun is not given a second time by the other', async () => {
    await expect(client.askOnce('/begun')).rejects.toThrow('aborted');
    expect(reached.get('/begun')).toHaveLength(1);
  });

  it('a built file that the first replica does not have comes from the other', async () => {
    const path = '/_next/static/missing';
    expect(await client.askOnce(path)).toMatchObject({ status: 200 });
    expect(reached.get(path)?.toSorted()).toEqual(['one', 'two']);
  });
});
