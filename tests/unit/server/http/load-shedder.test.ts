import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '@/lib/server/http/exchange';
import { FEW_REQUESTS } from '@/lib/server/http/load/admission-limit';
import { LoadShedder } from '@/lib/server/http/load/load-shedder';
import { createLogger } from '@/lib/server/observability/logger';
import { HELD_OPEN } from '@/lib/server/http/held-open';

const FIRST = '192.0.2.1';
const SECOND = '198.51.100.1';

/** Connections of the network that asks again as soon as it is answered or refused. */
const CONNECTIONS = 3_000;

const TURNS = 400;

/** A site whose limit stands where it was put, and where the oldest of what is under way ends at each turn. */
class LoadedSite {
  readonly #lag = { ms: 500 };
  #nowMs = 0;
  readonly #load = new LoadShedder({
    lag: this.#lag,
    random: { bytes: (count) => new Uint8Array(count) },
    logger: createLogger('silent'),
    now: () => this.#nowMs,
  });
  readonly #underWay: { address: string; response: EventEmitter }[] = [];

  constructor(limit: number) {
    // Down to the lowest, and up from there by one in a tenth of a second.
    this.#nowMs += 100;
    this.ask(FIRST);
    this.end();
    this.#lag.ms = 0;
    this.#nowMs += 100 * (limit - FEW_REQUESTS);
    this.ask(FIRST);
    this.end();
  }

  ask(address: string): boolean {
    const response = new EventEmitter();
    const exchange = { path: '/sign-in', address, request: { method: 'GET', headers: {} }, response };
    const isTaken = this.#load.check(exchange as unknown as Exchange) === null;
    if (isTaken) this.#underWay.push({ address, response });
    return isTaken;
  }

  /** @returns whose it was */
  end(): string | undefined {
    const ended = this.#underWay.shift();
    ended?.response.emit('close');
    return ended?.address;
  }

  underWay(prefix: string): number {
    return this.#underWay.filter(({ address }) => address.startsWith(prefix)).length;
  }
}

function* addressesOf(address: string): Generator<string, never> {
  for (;;) yield address;
}

/** Of one holder. Every third in the same /64, or none would have more under way than another. */
function* addressesIn(prefix: string, networks: number): Generator<string, never> {
  for (let count = 0; ; count++) yield `${prefix}${count % 3 === 0 ? 0 : (count % networks).toString(16)}::1`;
}

/** @returns how many of the other's requests were answered while the holder of a prefix asks without a pause */
function askBeside(site: LoadedSite, addresses: Iterator<string, never>, other: string, limit: number): number {
  const share = Math.min(limit, HELD_OPEN.new.inAll) / 2;
  for (let count = 0; count < CONNECTIONS; count++) site.ask(addresses.next().value);
  let answered = 0;
  for (let turn = 0; turn < TURNS; turn++) {
    if (site.end() === other) answered += 1;
    // Always there first.
    for (let count = 0; count < limit + 1; count++) site.ask(addresses.next().value);
    if (site.underWay(other) < share) site.ask(other);
  }
  return answered;
}

describe('threat: one network asks again at once, whatever it is told', () => {
  it.each([16, 17, 20, 24, 32, 40, 48, 56, 63, 64, 65, 80, 100, 150, 200, 500, 1_000, 2_000])(
    'threat: one network asks without a pause — at a limit of %d a second one gets half of its share and more',
    (limit) => {
      const site = new LoadedSite(limit);
      const share = Math.min(limit, HELD_OPEN.new.inAll) / 2;
      // Half of one of two shares of what is answered.
      expect(askBeside(site, addressesOf(FIRST), SECOND, limit)).toBeGreaterThanOrEqual(TURNS / 4);
      expect(site.underWay(SECOND)).toBeGreaterThanOrEqual(share / 2);
      expect(site.underWay(FIRST) + site.underWay(SECOND)).toBeLessThanOrEqual(HELD_OPEN.new.inAll);
    },
  );

  it('threat: one network asks without a pause, and is alone: it has as much as the limit', () => {
    const site = new LoadedSite(32);
    for (let count = 0; count < CONNECTIONS; count++) site.ask(FIRST);
    expect(site.underWay(FIRST)).toBe(32);
  });

  it('threat: a crowd comes at once — of people with one request each no more are taken than the limit', () => {
    const site = new LoadedSite(32);
    const taken = Array.from({ length: 500 }, (_, index) => site.ask(`203.0.${index >> 8}.${index & 255}`));
    expect(taken.filter(Boolean)).toHaveLength(32);
  });
});

const LIMITS = [16, 20, 32, 64, 200];

const HOLDERS = [
  ['/56', 256],
  ['/48', 65_536],
] as const;

describe.each(HOLDERS)('threat: the holder of an IPv6 %s asks from ever another /64 in it', (_bits, networks) => {
  it.each(LIMITS)(
    'threat: one network of many /64s asks — at a limit of %d a second one gets half of its share',
    (limit) => {
      for (const other of [SECOND, '2001:db8:99::1']) {
        const site = new LoadedSite(limit);
        const share = Math.min(limit, HELD_OPEN.new.inAll) / 2;
        expect(askBeside(site, addressesIn('2001:db8:7:', networks), other, limit)).toBeGreaterThanOrEqual(TURNS / 4);
        expect(site.underWay(other)).toBeGreaterThanOrEqual(share / 2);
        expect(site.underWay('')).toBeLessThanOrEqual(HELD_OPEN.new.inAll);
      }
    },
  );
});

const NEIGHBOURS = [
  ['a /64', 'in its /56', () => addressesOf('2001:db8:7:1::1'), '2001:db8:7:2::1'],
  ['a /64', 'in its /48', () => addressesOf('2001:db8:7:1::1'), '2001:db8:7:2001::1'],
  ['a /56', 'in its /48', () => addressesIn('2001:db8:7:', 256), '2001:db8:7:2001::1'],
] as const;

describe.each(NEIGHBOURS)(
  'threat: the holder of %s asks without a pause, and there is a neighbour %s',
  (_of, _in, addresses, neighbour) => {
    it.each(LIMITS)('the neighbour is answered at a limit of %d', (limit) => {
      const site = new LoadedSite(limit);
      expect(askBeside(site, addresses(), neighbour, limit)).toBeGreaterThanOrEqual(TURNS / 8);
    });
  },
);
