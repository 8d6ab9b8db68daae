import type { Clock } from '../../shared/time/clock';
import { SECOND } from '../../shared/time/duration';
import { networksOf, type Network } from '../../shared/network-address';

/** Refused calls that a network has at a time, and how many it gets back in a second. Many phones may share it. */
const BURST = 1_000;
const PER_SECOND = 2;

/** How many times that a wider IPv6 prefix has, as for all other limits. */
const WIDER = { 32: 1, 64: 1, 56: 4, 48: 16 } as const satisfies Record<Network['bits'], number>;

/** Networks remembered at a time; the one that has called least lately is forgotten first. */
const NETWORKS = 20_000;

type Bucket = { left: number; at: number };

/**
 * What phones may have refused, by the network that they call from: a token bucket in this process's memory. A call takes
 * one when it comes and puts it back when it succeeds, so that phones that activate and sign in use nothing up, however
 * many share an address, and whoever tries out identifiers, serial numbers and signatures soon waits.
 */
export class RefusedCallBudget {
  readonly #buckets = new Map<string, Bucket>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @returns whole seconds to wait; 0 when the call may be made, and has taken one */
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
    const found = this.#buckets.get(name) ?? { left: burst, at: now };
    // A clock that was set back gives nothing.
    const gained = (Math.max(0, now - found.at) / SECOND) * PER_SECOND * (burst / BURST);
    found.left = Math.min(burst, found.left + gained);
    found.at = now;
    this.#buckets.delete(name);
    this.#buckets.set(name, found);
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > NETWORKS && oldest !== undefined) this.#buckets.delete(oldest);
    return found;
  }
}
