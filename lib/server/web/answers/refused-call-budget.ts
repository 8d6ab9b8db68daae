import type { Clock } from '../../../shared/time/clock';
import { SECOND } from '../../../shared/time/duration';
import { networksOf, type Network } from '../../../shared/network-address';

/**
 * Refused calls that a network may have at once, and how many it regains per second. Many phones may share a network.
 */
const BURST = 1_000;
const PER_SECOND = 2;

/** Multiples for wider IPv6 prefixes, as in all other limits. */
const WIDER = { 32: 1, 64: 1, 56: 4, 48: 16 } as const satisfies Record<Network['bits'], number>;

/** Networks remembered at a time; the least recently used is evicted. */
const NETWORKS = 20_000;

type Bucket = { left: number; at: number };

/**
 * Limits the refused calls of phones by network: a token bucket in this process's memory. A call takes a token and
 * returns it when it succeeds, so that phones that activate and sign in use none, however many share an address, while
 * guesses of identifiers, serial numbers and signatures soon wait.
 */
export class RefusedCallBudget {
  readonly #buckets = new Map<string, Bucket>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @returns whole seconds to wait; 0 when a token was taken and the call may be made */
  take(address: string | null): number {
    const buckets = this.#bucketsOf(address);
    const emptiest = Math.min(...buckets.map(({ left }) => left));
    if (emptiest < 1) return Math.ceil((1 - emptiest) / PER_SECOND);
    for (const bucket of buckets) bucket.left -= 1;
    return 0;
  }

  giveBack(address: string | null): void {
    for (const bucket of this.#bucketsOf(address)) bucket.left += 1;
  }

  #bucketsOf(address: string | null): Bucket[] {
    const now = this.#clock.now().getTime();
    return networksOf(address).map(({ name, bits }) => this.#refilled(name, BURST * WIDER[bits], now));
  }

  #refilled(name: string, burst: number, now: number): Bucket {
    const bucket = this.#buckets.get(name) ?? { left: burst, at: now };
    // A clock that was set back adds no tokens.
    const gained = (Math.max(0, now - bucket.at) / SECOND) * PER_SECOND * (burst / BURST);
    bucket.left = Math.min(burst, bucket.left + gained);
    bucket.at = now;
    this.#buckets.delete(name);
    this.#buckets.set(name, bucket);
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > NETWORKS && oldest !== undefined) this.#buckets.delete(oldest);
    return bucket;
  }
}
