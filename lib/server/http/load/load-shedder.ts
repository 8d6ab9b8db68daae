import type { IncomingMessage, ServerResponse } from 'node:http';
import { t } from '../../../shared/language/t';
import type { Logger } from '../../observability/logger';
import { networksOf, type Network } from '../../../shared/network-address';
import { SECOND } from '../../../shared/time/duration';
import { FIRST_CALL } from '../../../shared/codes/phone-calls';
import { API_PATH } from '../../../shared/problem-document';
import type { Random } from '../../../shared/random';
import { readCookie, SESSION_COOKIES } from '../../../shared/read-cookie';
import { AdmissionLimit, FEW_REQUESTS } from './admission-limit';
import type { Check, Exchange, Refusal } from '../exchange';
import { HELD_OPEN } from '../held-open';
import { plainPage } from '../plain-page';
import { NetworkTally } from './network-tally';

/**
 * Priority of a request under load. `light` costs next to nothing, or has limits of its own. `begun` belongs to
 * something in progress, which should finish. `first-connection` is that of a phone that has read an image. `page` is a
 * page for a signed-in user, or one with a session cookie. `new` is everything else: starts, sign-ins, and the pages
 * before them.
 */
type WorkKind = 'light' | 'begun' | 'first-connection' | 'page' | 'new';

type CountedKind = Exclude<WorkKind, 'light'>;

/**
 * Whole addresses, because what is only like one is answered by a page that says so: the most expensive of all answers. Below
 * `/_next/` nothing is, see `builtFilesAnswerer`.
 */
const LIGHT = new RegExp(
  `^/(?:${[
    '_next/.*',
    'icon\\.svg',
    '\\.well-known/(?:tessera-(?:image|result)-keys\\.json|security\\.txt|change-password)',
    'api/(?:health(?:/(?:live|started|ready))?|metrics|policy-reports|authenticator/login-requests)',
    'api/(?:activations|invitation|phone-confirmation|phone-sign-in)/[^/]+/status',
    'api/helpdesk/(?:invitations|caller-requests|manager-requests)/[^/]+/status',
  ].join('|')})$`,
);

const BEGUN = /^\/(rest\/v2\/|api\/activations\/|activations\/act-)/;

/** Limit of the event loop's lag in milliseconds: a page takes about five turns. */
const LONGEST_LAG_MS = { new: 100, page: 250, 'first-connection': 250, begun: Number.POSITIVE_INFINITY } as const;

/** How many times the limit for new work may be under way, of all kinds, when another comes. */
const SHARE_OF_LIMIT = { new: 1, page: 2, 'first-connection': Infinity, begun: Infinity } as const;

/** How many times its bound is reached, at most, so that a network with less under way than another is taken. */
const ROOM_FOR_OTHERS = 2;

/**
 * How much more than one network the IPv6 networks around it may have: of what this leaves to others, and of an equal
 * share of what is under way. Neighbours of a network that asks without a pause find room in it, and not much, because
 * all of a /48 may be one holder's.
 */
const ROOM_FOR_NEIGHBOURS = { 32: 0, 64: 0, 56: 0.25, 48: 0.5 } as const satisfies Record<Network['bits'], number>;

/** `Retry-After` is between this and twice as much, so that clients do not return all at once. */
const COME_BACK_SECONDS = 2;

const LOG_EVERY_MS = 10 * SECOND;

type Settings = {
  /** See `EventLoopLag`. */
  lag: { readonly ms: number };
  random: Random;
  logger: Pick<Logger, 'warn'>;
  /** Monotonic, in milliseconds. */
  now?: () => number;
};

/**
 * Load shedding: refuses new work early, so that work in progress finishes: each kind is counted by itself, and `HELD_OPEN`
 * has the limits; what begins something, which costs ten times as much as its first request, is refused before that where
 * `AdmissionLimit` says so. An image that was issued is worth more than one that is
 * not, so a phone's first connection finds room for longer; that of what has begun bounds memory. Whichever bound is met,
 * it refuses the network that has the most under way. A refusal costs a hundredth of the work, and clients retry.
 */
export class LoadShedder {
  readonly #settings: Settings;
  readonly #limit: AdmissionLimit;
  readonly #underWay = {
    new: new NetworkTally(),
    page: new NetworkTally(),
    'first-connection': new NetworkTally(),
    begun: new NetworkTally(),
  };
  /** Of every kind. */
  readonly #all = new NetworkTally();
  readonly #counted = new Map<ServerResponse, { kind: CountedKind; names: readonly string[] }>();
  #refused = 0;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#limit = new AdmissionLimit(settings.lag, settings.now ?? (() => performance.now()));
  }

  /** To be asked once the request has come whole, or its client would decide how long it is under way. */
  readonly check: Check = (exchange) => {
    const kind = workKind(exchange);
    if (kind === 'light') return null;
    const networks = networksOf(exchange.address).toReversed();
    if (this.#isTooMuch(kind, networks)) return this.#refuse(exchange);
    const { response } = exchange;
    const names = networks.map(({ name }) => name);
    this.#all.add(names);
    this.#underWay[kind].add(names);
    this.#counted.set(response, { kind, names });
    response.once('close', () => this.release(response));
    return null;
  };

  /** Counts it no longer: its answer waits for its reader, or is out. */
  release(response: ServerResponse): void {
    const entry = this.#counted.get(response);
    if (!entry) return;
    this.#counted.delete(response);
    this.#all.remove(entry.names);
    this.#underWay[entry.kind].remove(entry.names);
  }

  /** Whether clients may have disconnected by the time that it is their turn. */
  get isLate(): boolean {
    return this.#settings.lag.ms > LONGEST_LAG_MS.new;
  }

  /** @param networks those that the client belongs to, widest first */
  #isTooMuch(kind: CountedKind, networks: readonly Network[]): boolean {
    if (this.#hasItsPlaces(kind, networks)) return true;
    const { lag } = this.#settings;
    const limit = SHARE_OF_LIMIT[kind] * this.#limit.at(this.#all.inAll);
    const bound = lag.ms > LONGEST_LAG_MS[kind] ? Math.min(FEW_REQUESTS, limit) : limit;
    if (this.#all.inAll < bound) return false;
    return this.#all.inAll >= ROOM_FOR_OTHERS * bound || this.#hasMost(networks, bound);
  }

  /**
   * The last places of a kind are for networks below an equal share, with one share kept for whoever comes next; so are
   * the last places of a network for those in it.
   */
  #hasItsPlaces(kind: CountedKind, networks: readonly Network[]): boolean {
    const { inAll, perNetwork } = HELD_OPEN[kind];
    let tally = this.#underWay[kind];
    let places: number = inAll;
    if (tally.inAll >= inAll) return true;
    for (const { name, bits } of networks) {
      const own = perNetwork + ROOM_FOR_NEIGHBOURS[bits] * (inAll - perNetwork);
      if (tally.of(name) >= own) return true;
      if (tally.inAll >= own && tally.of(name) >= places / (tally.networksWith(name) + 1)) return true;
      tally = tally.within(name);
      places = own;
    }
    return false;
  }

  /**
   * Where a bound is met, it is the network with the most under way that waits: somebody else still finds room, because a
   * client that asks again at once would otherwise take every place that is free for a moment. Widest first: whoever has
   * a /48 has 65,536 networks with little under way each.
   */
  #hasMost(networks: readonly Network[], bound: number): boolean {
    const [widest] = networks;
    const share = bound / this.#all.networksWith(widest?.name ?? '');
    let tally = this.#all;
    for (const { name, bits } of networks) {
      if (!tally.isAmongMost(name)) return false;
      tally = tally.within(name);
      if (tally.inAll >= (1 + ROOM_FOR_NEIGHBOURS[bits]) * share) return true;
    }
    return true;
  }

  #refuse(exchange: Exchange): Refusal {
    this.#tell();
    const [byte = 0] = this.#settings.random.bytes(1);
    const seconds = COME_BACK_SECONDS + Math.floor((byte / 256) * (COME_BACK_SECONDS + 1));
    const isPage = exchange.request.method === 'GET';
    return {
      status: 503,
      code: 'too-busy',
      sentence: isPage
        ? 'This site is getting more requests than it can handle. This page will try again by itself in a few seconds.'
        : 'This site is getting more requests than it can handle. Go back and try again in a few seconds.',
      headers: { 'retry-after': String(seconds), ...(isPage && { refresh: String(seconds) }) },
      page: isPage ? plainPage(exchange, busyWords) : null,
    };
  }

  /** Logs at most one line in ten seconds, however many are refused. */
  #tell(): void {
    this.#refused += 1;
    if (this.#refused > 1) return;
    setTimeout(() => {
      const { lag, logger } = this.#settings;
      logger.warn(
        { refused: this.#refused, underWay: this.#all.inAll, lagMs: Math.round(lag.ms) },
        'load shedding: refused new requests',
      );
      this.#refused = 0;
    }, LOG_EVERY_MS).unref();
  }
}

/** Its header `refresh` tries again. */
function busyWords() {
  return {
    title: t('This site is busy'),
    text: t('It is getting more requests than it can handle. This page will try again by itself in a few seconds.'),
  };
}

export function workKind({
  path,
  request,
}: Pick<Exchange, 'path'> & { request: Pick<IncomingMessage, 'method' | 'headers'> }): WorkKind {
  // A program that waits for news costs nothing meanwhile, and the API bounds how many do.
  if (path.startsWith(API_PATH) && request.method === 'GET' && request.headers['prefer'] !== undefined) return 'light';
  if (path === FIRST_CALL) return 'first-connection';
  if (BEGUN.test(path)) return LIGHT.test(path) ? 'light' : 'begun';
  if (LIGHT.test(path)) return 'light';
  const { cookie = null } = request.headers;
  const isIn = SESSION_COOKIES.some((name) => readCookie(cookie, name) !== null);
  return isIn && request.method === 'GET' ? 'page' : 'new';
}
