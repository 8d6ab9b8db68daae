import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { poll } from '@/lib/kit/poll';
import { packageRoot } from '@/lib/kit/package-root';
import { type HeldOpenKind, HELD_OPEN, heldOpen } from '@/lib/server/http/held-open';
import { API_PATH } from '@/lib/shared/problem-document';
import { FIRST_CALL } from '@/lib/shared/codes/phone-calls';
import { FakePhone } from '../doubles/fake-phone';
import { HttpClient } from './http-client';
import { HttpGateway } from './http-gateway';
import { LoadSite } from './load-site';
import { requestHead, UnfinishedClient } from './unfinished-client';
import { addWaitingActivations, WAITING_VERSION } from './waiting-activations';

/** Few, so that one network's share of connections is a thousand. */
const WAITING_PAGES = 40;

/** People whose page waits; a person may have eight polls. */
const WAITING = 2;

/** Beyond what one network may. */
const MORE = 12;

/** How much of a script is asked for on one connection: more than both systems keep for it. */
const SCRIPTS = 60;

/** An ending that a row of what a network may hold open promises. */
export type Ending = {
  what: string;
  isThere: () => boolean | Promise<boolean>;
  /** What is there instead while it is not. */
  seen: () => string | Promise<string>;
};

/** Does to the program what a row is about, from an address of its own. @returns what is to come of it, in this order */
type Play = (address: string) => Promise<Ending[]>;

/** A started program, and for each row of what a network may hold open what one does to use it up. */
export class HeldOpenPlays {
  readonly site: LoadSite;
  readonly #activations: readonly string[];
  readonly #client: HttpClient;
  readonly #unfinished: UnfinishedClient[] = [];
  readonly #host: string;
  readonly #port: number;

  private constructor(site: LoadSite, activations: readonly string[]) {
    this.site = site;
    this.#activations = activations;
    this.#client = new HttpClient(site.server.url);
    const { host, port } = new URL(site.server.url);
    this.#host = host;
    this.#port = Number(port);
  }

  /** @param folder of another build to run; this repository's without it */
  static async open(folder?: string): Promise<HeldOpenPlays> {
    let activations: readonly string[] = [];
    const site = await LoadSite.open({
      // Somebody has one unfinished activation at a time.
      people: WAITING + HELD_OPEN.exchange.perNetwork + 2,
      env: { TESSERA_WAITING_PAGES: String(WAITING_PAGES) },
      fill: async (client, people) =>
        void (activations = await addWaitingActivations(client, people.slice(0, WAITING))),
    });
    if (folder !== undefined) await site.server.upgrade(folder);
    return new HeldOpenPlays(site, activations);
  }

  async close(): Promise<void> {
    for (const client of this.#unfinished) client.close();
    this.#client.close();
    await this.site.close();
  }

  /** Whether somebody at another address gets the page that everybody begins at. */
  async servesStrangers(): Promise<boolean> {
    const stranger = new HttpClient(this.site.server.url, '127.0.3.1');
    const { status } = await stranger.askOnce('/sign-in');
    stranger.close();
    return status === 200;
  }

  /** Two connections that read nothing: pages wait behind more of a script than the systems in between keep. */
  async leavePagesUnread(): Promise<void> {
    const asked =
      requestHead(`GET ${largestScript()}`, this.#host).repeat(SCRIPTS) +
      requestHead('GET /sign-in', this.#host).repeat(HELD_OPEN.new.inAll);
    for (const address of ['127.0.2.1', '127.0.2.2']) await this.#clientAt(address).open(1, asked, false);
  }

  /** Those whose endings take time, which may wait side by side. */
  readonly slow = {
    connection: async (address) => {
      const { perNetwork, longestMs } = heldOpen(WAITING_PAGES).connection;
      const client = await this.#idle(address, perNetwork + MORE);
      const held = () => client.openCount;
      return [
        ending(
          `${MORE} of ${perNetwork + MORE} closed at once`,
          () => held() === perNetwork,
          () => `${held()} open`,
        ),
        ending(
          `all closed after ${longestMs / 1_000} s`,
          () => held() === 0,
          () => `${held()} open`,
        ),
      ];
    },
    head: async (address) => {
      const { perNetwork, longestMs } = heldOpen(WAITING_PAGES).head;
      const client = this.#clientAt(address);
      await client.open(perNetwork + MORE, `GET / HTTP/1.1\r\nHost: ${this.#host}\r\nCookie: `);
      const [oldest, others] = [client.connections.slice(0, MORE), client.connections.slice(MORE)];
      return [
        ending(
          `the oldest ${MORE} got 408, and no other`,
          () =>
            oldest.every(({ received }) => received.startsWith('HTTP/1.1 408 ')) &&
            others.every(({ isOpen }) => isOpen),
          () => `${client.answered(408)} got 408`,
        ),
        this.#answered(client, 408, perNetwork + MORE, `after ${longestMs / 1_000} s`),
      ];
    },
    shortBody: (address) => this.#bodies('shortBody', address, 9),
    longBody: (address) => this.#bodies('longBody', address, 20_000),
    answer: async (address) => {
      const { perNetwork, longestMs } = HELD_OPEN.answer;
      const asked = requestHead(`GET ${largestScript()}`, this.#host).repeat(SCRIPTS);
      await this.#clientAt(address).open(perNetwork + MORE, asked, false);
      const held = () => heldConnections(this.#port, address);
      await poll('all to be connected', async () => held() === perNetwork + MORE);
      const seen = () => `${held()} of ${perNetwork + MORE} held`;
      return [
        ending(`${MORE} cut off`, () => held() <= perNetwork, seen),
        ending(`all cut off after ${longestMs / 1_000} s`, () => held() === 0, seen),
      ];
    },
    poll: async (address) => {
      const { perNetwork } = heldOpen(WAITING_PAGES).poll;
      const client = this.#clientAt(address);
      const asked = this.site.people.slice(0, WAITING).map(({ cookie }, index) => {
        const path = `/api/activations/${this.#activations[index]}/status?after=${WAITING_VERSION}`;
        return requestHead(`GET ${path}`, this.#host, `Cookie: ${cookie}\r\n`);
      });
      for (const head of asked) await client.open((perNetwork + 4) / WAITING, head);
      const refused = () => client.connections.filter(({ received }) => /"retryAfterMs":\d/.test(received)).length;
      return [
        ending(
          '4 told when to come back',
          () => refused() === 4,
          () => `${refused()} told`,
        ),
        this.#answered(client, 200, perNetwork + 4, 'after 25 s'),
      ];
    },
    wait: async (address) => {
      const { perNetwork } = HELD_OPEN.wait;
      const path = `${API_PATH}activations/${this.#activations[0]}`;
      const keys = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => this.#makeKey(name)));
      const { headers, status } = await this.#client.askOnce(path, { headers: { authorization: `Bearer ${keys[0]}` } });
      if (headers.etag === undefined) throw new TypeError(`the API answers ${status} and no version`);
      const client = this.#clientAt(address);
      for (const key of keys) {
        const waiting = `Authorization: Bearer ${key}\r\nIf-None-Match: ${headers.etag}\r\nPrefer: wait=25\r\n`;
        // A service account has up to sixteen.
        await client.open(15, requestHead(`GET ${path}`, this.#host, waiting));
      }
      const over = keys.length * 15 - perNetwork;
      return [
        this.#answered(client, 304, over, 'at once'),
        this.#answered(client, 304, keys.length * 15, 'after 25 s'),
      ];
    },
  } satisfies Partial<Record<HeldOpenKind, Play>>;

  /** Those that are over at once, one after another, because each keeps the program busy. */
  readonly quick = {
    page: (address) => this.#work('page', address, 'GET /', `Cookie: ${this.site.people[0]?.cookie}\r\n`),
    new: (address) => this.#work('new', address, 'GET /sign-in'),
    exchange: async (address) => {
      const { perNetwork, longestMs } = HELD_OPEN.exchange;
      const client = new HttpClient(this.site.server.url, address);
      const gateway = new HttpGateway(client);
      const phones: FakePhone[] = [];
      for (const { userId } of this.site.people.slice(WAITING)) phones.push(await this.#issue(gateway, userId));
      for (const phone of phones.slice(-perNetwork)) await phone.step();
      const [next, later] = phones;
      let last = 'nothing asked';
      const isBegun = async (phone: FakePhone | undefined) => {
        const registrationIdentifier = phone?.payload.registrationIdentifier;
        const body = JSON.stringify({ registrationIdentifier });
        const { status, headers } = await client.askOnce(FIRST_CALL, { method: 'POST', body });
        last = `${status}${headers['retry-after'] === undefined ? '' : ' with retry-after'}`;
        return status !== 429;
      };
      const seen = () => last;
      return [
        ending('429 with retry-after', async () => !(await isBegun(next)) && last.endsWith('retry-after'), seen),
        ending(
          `taken again after ${longestMs / 1_000} s, by a clock that is moved`,
          async () => {
            this.site.server.clock.advance(longestMs);
            return isBegun(later);
          },
          seen,
        ),
      ];
    },
  } satisfies Partial<Record<HeldOpenKind, Play>>;

  #clientAt(address: string): UnfinishedClient {
    const client = new UnfinishedClient(this.#port, address);
    this.#unfinished.push(client);
    return client;
  }

  /** Connections that have been used once. */
  async #idle(address: string, count: number): Promise<UnfinishedClient> {
    const client = this.#clientAt(address);
    await client.open(count, requestHead('HEAD /licences.txt', this.#host));
    await poll('all to be answered or closed', async () =>
      client.connections.every(({ isOpen, received }) => !isOpen || received !== ''),
    );
    return client;
  }

  async #bodies(kind: 'shortBody' | 'longBody', address: string, length: number): Promise<Ending[]> {
    const { perNetwork, longestMs } = HELD_OPEN[kind];
    const headers = `Origin: ${this.site.server.url}\r\nContent-Length: ${length}\r\n`;
    const client = this.#clientAt(address);
    await client.open(perNetwork + MORE, `${requestHead('POST /sign-in', this.#host, headers)}a=`);
    return [this.#answered(client, 503, MORE), this.#answered(client, 408, perNetwork, `after ${longestMs / 1_000} s`)];
  }

  /** More of a kind of work than one network may have under way, on connections that are there, at once. */
  async #work(kind: 'page' | 'new', address: string, line: string, headers = ''): Promise<Ending[]> {
    const { perNetwork } = HELD_OPEN[kind];
    const client = await this.#idle(address, perNetwork + 4 * MORE);
    const head = requestHead(line, this.#host, headers);
    for (const connection of client.connections) connection.received = '';
    for (const { socket } of client.connections) socket.write(head);
    await poll('all to be answered', async () =>
      client.connections.every(({ isOpen, received }) => !isOpen || received !== ''),
    );
    const refused = client.connections.filter(({ received }) => received.startsWith('HTTP/1.1 503 '));
    const seen = () => `${refused.length} of ${client.connections.length} got 503`;
    client.close();
    return [
      ending(
        'some get 503 with retry-after, others an answer',
        () =>
          refused.length > 0 &&
          refused.length < client.connections.length &&
          refused.every(({ received }) => received.includes('retry-after: ')),
        seen,
      ),
    ];
  }

  #answered(client: UnfinishedClient, status: number, count: number, when = ''): Ending {
    const needsTime = status === 503 ? ' with retry-after' : '';
    const isSaid = () =>
      status !== 503 ||
      client.connections.every(
        ({ received }) => !received.startsWith('HTTP/1.1 503 ') || /retry-after: \d/.test(received),
      );
    const seen = () => `${client.answered(status)} got ${status}`;
    const what = `${count} of ${client.connections.length} got ${status}${needsTime} ${when}`.trim();
    return ending(what, () => client.answered(status) >= count && isSaid(), seen);
  }

  async #makeKey(name: string): Promise<string> {
    const { key } = await this.site.server.ask({
      kind: 'add-service-account',
      name: `waits ${name}`,
      scopes: ['user:view'],
      requestsPerMinute: 600,
      returnAddresses: [],
    });
    return key;
  }

  async #issue(gateway: HttpGateway, userId: string): Promise<FakePhone> {
    const asked = { kind: 'start-activation', userId, deviceName: 'Load', password: '' } as const;
    const { payload } = await this.site.server.ask(asked);
    return new FakePhone(gateway, payload);
  }
}

function ending(what: string, isThere: Ending['isThere'], seen: Ending['seen']): Ending {
  return { what, isThere, seen };
}

/** Connections from an address that the program has not closed, as Linux has them: a client that reads nothing learns of no end. */
function heldConnections(port: number, address: string): number {
  const [, ...lines] = readFileSync('/proc/net/tcp', 'utf8').trim().split('\n');
  const remote = address
    .split('.')
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .toReversed()
    .join('')
    .toUpperCase();
  const local = `:${port.toString(16).padStart(4, '0').toUpperCase()}`;
  return lines.filter((line) => {
    const [, own = '', other = '', state] = line.trim().split(/\s+/);
    return own.endsWith(local) && other.startsWith(`${remote}:`) && state === ESTABLISHED;
  }).length;
}

const ESTABLISHED = '01';

export function largestScript(): string {
  const folder = join(packageRoot, '.next', 'static');
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  const [largest = ''] = scripts.toSorted((one, other) => sizeOf(folder, other) - sizeOf(folder, one));
  return `/_next/static/${largest}`;
}

function sizeOf(folder: string, name: string): number {
  return statSync(join(folder, name)).size;
}
