import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '@/lib/http/exchange';
import { FEW_REQUESTS } from '@/lib/http/load/admission-limit';
import { LoadShedder } from '@/lib/http/load/load-shedder';
import { createLogger } from '@/lib/observability/logger';
import { HELD_OPEN } from '@/lib/http/held-open';

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

  underWay(address: string): number {
    return this.#underWay.filter((one) => one.address === address).length;
  }
}

describe('threat: one network asks again at once, whatever it is told', () => {
  it.each([16, 17, 20, 24, 32, 40, 48, 56, 63, 64, 65, 80, 100, 150, 200, 500, 1_000, 2_000])(
    'threat: one network asks without a pause — at a limit of %d a second one gets half of its share and more',
    (limit) => {
      const site = new LoadedSite(limit);
      for (let count = 0; count < CONNECTIONS; count++) site.ask(FIRST);
      const share = Math.min(limit, HELD_OPEN.new.inAll) / 2;
      let answered = 0;
      for (let turn = 0; turn < TURNS; turn++) {
        if (site.end() === SECOND) answered += 1;
        // Always there first.
        for (let count = 0; count < limit + 1; count++) site.ask(FIRST);
        if (site.underWay(SECOND) < share) site.ask(SECOND);
      }
      // Half of one of two shares of what is answered.
      expect(answered).toBeGreaterThanOrEqual(TURNS / 4);
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
    const taken = Array.from({ length: 500 }, (_, index) => site.ask(`203.0.113.${index % 250}.${index}`));
    expect(taken.filter(Boolean)).toHaveLength(32);
  });
});
