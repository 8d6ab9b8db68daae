import { expect, test } from '@playwright/test';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '@/lib/kit/package-root';
import { poll } from '@/lib/kit/poll';
import { HELD_OPEN, heldOpen } from '@/lib/server/http/held-open';
import { FIRST_CALL } from '@/lib/shared/codes/phone-calls';
import { SECOND } from '@/lib/shared/time/duration';
import { activateOverHttp } from '../../support/load/activate-over-http';
import { FakePhone } from '../../support/doubles/fake-phone';
import { payloadOfLink } from '../../support/phones/payload-of-link';
import { HttpGateway } from '../../support/load/http-gateway';
import type { ActivationCredentials } from '@/lib/activation/start/activation-credentials';
import { HttpClient } from '../../support/load/http-client';
import { LoadPage } from '../../support/load/load-page';
import { LoadSite } from '../../support/load/load-site';
import { requestHead, UnfinishedClient, type UnfinishedConnection } from '../../support/load/unfinished-client';
import { percentile } from '../../support/percentile';

const ATTACKER = '127.0.0.2';

const PAGES = ['/', '/activations/new', '/profile'];

/** How often the person opens each page. */
const ROUNDS = 15;

/** How many times its share the attacker opens. */
const TIMES = 3;

/** How much of a script is asked for on one connection: more than both systems keep for it. */
const SCRIPTS = 60;

/** Somebody who looks at the clock. */
class TimedClient extends HttpClient {
  readonly pagesMs: number[] = [];

  override async askOnce(...question: Parameters<HttpClient['askOnce']>): ReturnType<HttpClient['askOnce']> {
    const askedAt = performance.now();
    const answer = await super.askOnce(...question);
    if (PAGES.includes(question[0]) && question[1]?.method === undefined)
      this.pagesMs.push(performance.now() - askedAt);
    return answer;
  }
}

type Kind = { sent: string; isReading: boolean; connections: UnfinishedConnection[] };

/** Opens everything at once that a client can leave unfinished, and opens again what is ended, until it is closed. */
class Attack {
  readonly #client: UnfinishedClient;
  readonly #kinds: Kind[] = [];
  #isOver = false;

  /** @param activationId their own, which they may follow, and never finish */
  constructor({ server, people: [own] }: LoadSite, activationId: string) {
    const { host, port, origin } = new URL(server.url);
    this.#client = new UnfinishedClient(Number(port), ATTACKER);
    const get = (path: string, headers = '') => requestHead(`GET ${path}`, host, headers);
    const post = (path: string, length: number) =>
      `${requestHead(`POST ${path}`, host, `Origin: ${origin}\r\nContent-Length: ${length}\r\n`)}a=`;
    const { shortBody, longBody, answer } = HELD_OPEN;
    this.#plan(heldOpen(0).head.perNetwork, `GET / HTTP/1.1\r\nHost: ${host}\r\nCookie: `);
    this.#plan(shortBody.perNetwork, post('/sign-in', 9));
    this.#plan(shortBody.perNetwork, post(FIRST_CALL, 9));
    this.#plan(longBody.perNetwork, post('/activations/new', 60_000));
    this.#plan(answer.perNetwork, get(largestScript()).repeat(SCRIPTS), false);
    this.#plan(32, get(`/api/activations/${activationId}/status?after=99`, `Cookie: ${own?.cookie}\r\n`));
  }

  /** Opens what is not open. */
  async begin(): Promise<void> {
    const opening = this.#kinds.map(async (kind) => {
      const open = kind.connections.filter(({ isOpen }) => isOpen);
      const { length } = kind.connections;
      kind.connections = [...open, ...(await this.#client.open(length - open.length, kind.sent, kind.isReading))];
    });
    await Promise.all(opening);
  }

  async goOn(): Promise<void> {
    const isEnded = () => this.#kinds.some(({ connections }) => connections.some(({ isOpen }) => !isOpen));
    while (!this.#isOver) {
      await poll('something to be ended', async () => this.#isOver || isEnded());
      if (!this.#isOver) await this.begin();
    }
  }

  end(): void {
    this.#isOver = true;
    this.#client.close();
  }

  /** @param share of what is allowed, which is opened three times over */
  #plan(share: number, sent: string, isReading = true): void {
    const none = { isOpen: false } as UnfinishedConnection;
    this.#kinds.push({ sent, isReading, connections: Array.from({ length: TIMES * share }, () => none) });
  }
}

/** The first of a phone's calls, and no second. */
async function beginExchange(client: HttpClient, shown: ActivationCredentials): Promise<void> {
  if (shown.activationType !== 'online' || !shown.ownApp) throw new TypeError('the page shows no image');
  const phone = new FakePhone(new HttpGateway(client), payloadOfLink(shown.ownApp.link));
  expect(await phone.step()).toBe('done');
}

function largestScript(): string {
  const folder = join(packageRoot, '.next', 'static');
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  const [largest = ''] = scripts.toSorted((one, other) => sizeOf(folder, other) - sizeOf(folder, one));
  return `/_next/static/${largest}`;
}

function sizeOf(folder: string, name: string): number {
  return statSync(join(folder, name)).size;
}

test('threat: one address leaves everything unfinished — a user elsewhere activates a device undisturbed', async () => {
  const site = await LoadSite.open({ people: 2 });
  const [attacker, person] = site.people;
  if (!attacker || !person) throw new TypeError('nobody is there');
  const there = new HttpClient(site.server.url, ATTACKER);
  const preparing = new LoadPage(there, attacker);
  const action = await preparing.findStartAction();
  const activationId = await preparing.start(action);
  await beginExchange(there, await preparing.credentials(activationId));
  // The first of each page loads its modules.
  for (const path of PAGES) await preparing.open(path);
  const attack = new Attack(site, activationId);
  await attack.begin();
  const going = attack.goOn();
  const client = new TimedClient(site.server.url);
  try {
    const page = new LoadPage(client, person);
    const pages = async () => {
      for (let round = 0; round < ROUNDS; round++) for (const path of PAGES) await page.open(path);
    };
    const [activated] = await Promise.all([activateOverHttp(client, person, action), pages()]);
    expect(activated).toBeLessThan(5 * SECOND);
    expect(client.refusals).toBe(0);
    expect(client.pagesMs).toHaveLength(PAGES.length * ROUNDS);
    expect(percentile(client.pagesMs, 0.95)).toBeLessThan(SECOND);
    test.info().annotations.push({
      type: 'pages',
      description: `p50 ${percentile(client.pagesMs, 0.5).toFixed(0)} ms, p95 ${percentile(client.pagesMs, 0.95).toFixed(0)} ms`,
    });
  } finally {
    attack.end();
    client.close();
    there.close();
    await going;
    await site.close();
  }
});
