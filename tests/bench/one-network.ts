/**
 * How many strangers get the sign-in while one address asks for it over and over on so many connections, whatever it is told.
 *
 *     npm run build && npx tsx tests/bench/one-network.ts [built checkout]
 */
import { setTimeout as pause } from 'node:timers/promises';
import { poll } from '@/lib/kit/poll';
import { percentile } from '../support/percentile';
import { HttpClient } from '../support/load/http-client';
import { LoadSite } from '../support/load/load-site';

const CONNECTIONS = [12, 20, 40, 150];
const STRANGERS = 30;
const EVERY_MS = 200;
/** The limit that the server finds out has settled by then. */
const WARM_UP_MS = 4_000;

const [folder] = process.argv.slice(2);
const site = await LoadSite.open({ people: 1 });
if (folder !== undefined) await site.server.upgrade(folder);

/** Asks again as soon as it has its answer. */
async function askOver(client: HttpClient, over: AbortSignal): Promise<void> {
  while (!over.aborted) await client.askOnce('/sign-in').catch(() => null);
}

async function measure(connections: number): Promise<void> {
  const attacker = new HttpClient(site.server.url, '127.0.4.1');
  const over = new AbortController();
  const attack = Array.from({ length: connections }, () => askOver(attacker, over.signal));
  await pause(WARM_UP_MS);
  const strangers = Array.from({ length: STRANGERS }, async (_, index) => {
    await pause(index * EVERY_MS);
    const stranger = new HttpClient(site.server.url, `127.0.5.${index + 1}`);
    const askedAt = performance.now();
    const { status } = await stranger.askOnce('/sign-in');
    stranger.close();
    return { status, ms: performance.now() - askedAt };
  });
  const answers = await Promise.all(strangers);
  over.abort();
  await Promise.all(attack);
  attacker.close();
  const served = answers.filter(({ status }) => status === 200).map(({ ms }) => ms);
  const taken =
    served.length === 0
      ? 'none'
      : `p50 ${percentile(served, 0.5).toFixed(0)} ms, p95 ${percentile(served, 0.95).toFixed(0)} ms`;
  console.log(`${connections} connections: ${served.length} of ${STRANGERS} strangers answered, ${taken}`);
}

try {
  await poll('the sign-in to be served', async () => (await site.client.askOnce('/sign-in')).status === 200);
  for (const connections of CONNECTIONS) await measure(connections);
} finally {
  await site.close();
}
