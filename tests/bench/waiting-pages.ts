/** What a waiting page costs: memory of the server's process while it holds many, and requests of one real page. */
import { Agent, get } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { ActivationStatus } from '@/lib/activation/activation-status';
import { MINUTE, SECOND } from '@/lib/shared/duration';
import { signIn } from '../e2e/flows/sign-in';
import { startActivation } from '../e2e/flows/start-activation';
import { activationScreen } from '../e2e/screens/activation-screen';
import { poll } from '../support/poll';
import { PASSWORD, type Server } from '../support/server';
import { withServerAndBrowser } from './with-server-and-browser';

/** Pages do not all open in the same moment. */
const BATCH = 100;
const PAGES = Number(process.argv[2] ?? 2_000);

/** Asks for a status and resolves with when the answer was complete. */
function ask(agent: Agent, url: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie } }, (response) => {
      response.resume().on('end', () => resolve(performance.now()));
    }).on('error', reject);
  });
}

/** How many the server says that it holds. */
async function waitingPages({ url }: Server): Promise<number> {
  const figures = await (await fetch(`${url}/api/metrics`)).text();
  return Number(/^tessera_waiting_pages (\d+)$/m.exec(figures)?.[1] ?? 0);
}

await withServerAndBrowser(async (server, browser) => {
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  await signIn(page, { userId: 'jane.doe', password: PASSWORD });
  await startActivation(page);
  let requests = 0;
  page.on('request', (request) => {
    if (request.url().includes('/status')) requests += 1;
  });
  await delay(MINUTE);
  console.log(`Status requests of one waiting page in a minute: ${requests}`);

  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const path = `/api${new URL(page.url()).pathname}/status`;
  const agent = new Agent({ maxSockets: Infinity, keepAlive: true });
  const { version }: ActivationStatus = await (await page.request.get(`${path}?after=0`)).json();
  const before = await server.memory();
  const answers: Promise<number>[] = [];
  const startedAt = performance.now();
  while (answers.length < PAGES) {
    for (let started = 0; started < BATCH; started++)
      answers.push(ask(agent, `${server.url}${path}?after=${version}`, cookie));
    await poll('a batch of pages to wait', async () => (await waitingPages(server)) >= answers.length);
  }
  console.log(`They came within ${((performance.now() - startedAt) / SECOND).toFixed(1)} s`);
  const perPage = ((await server.memory()) - before) / PAGES / 1024;
  const cancelledAt = performance.now();
  await activationScreen(page).cancel.click();
  const answered = await Promise.all(answers);
  const held = answered.filter((at) => at > cancelledAt).length;
  const slowest = Math.max(...answered) - cancelledAt;
  console.log(`Waiting pages held by one process: ${held} of ${PAGES}, ${perPage.toFixed(0)} KB of memory each`);
  console.log(`All of them answered ${slowest.toFixed(0)} ms after the change`);
  agent.destroy();
});
