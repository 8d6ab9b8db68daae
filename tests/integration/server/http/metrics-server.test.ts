import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openMetricsServer } from '@/lib/server/http/metrics-server';

const TOKEN = 'a token that only the scraper has';
const WRITTEN = { contentType: 'text/plain', write: () => Promise.resolve('tessera_part_up{part="database"} 1\n') };

let server: Server | null = null;

async function open(token: string | null): Promise<string> {
  server = await openMetricsServer({ host: '127.0.0.1', port: 0 }, token, WRITTEN);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(async () => {
  server?.closeAllConnections();
  if (server) await once(server.close(), 'close');
});

describe('the port of the metrics', () => {
  it('the metrics are all that it answers', async () => {
    const url = await open(null);
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('tessera_part_up');
    for (const path of ['/', '/api/metrics', '/sign-in', '/metrics/'])
      expect((await fetch(url + path)).status).toBe(404);
    expect((await fetch(`${url}/metrics`, { method: 'POST' })).status).toBe(404);
  });

  it('threat: figures that leak — a scraper needs the token where one is set', async () => {
    const url = await open(TOKEN);
    const status = async (authorization?: string) =>
      (await fetch(`${url}/metrics`, { headers: authorization === undefined ? {} : { authorization } })).status;
    expect(await status()).toBe(401);
    expect(await status(`Bearer ${TOKEN}s`)).toBe(401);
    expect(await status(`Bearer ${TOKEN}`)).toBe(200);
  });

  it('a port that is in use is named by its setting', async () => {
    const { port } = new URL(await open(null));
    const again = openMetricsServer({ host: '127.0.0.1', port: Number(port) }, null, WRITTEN);
    await expect(again).rejects.toThrow('TESSERA_METRICS_PORT');
  });
});
