/** Counts in all and by network: within an IPv6 /48 its /56s, within these their /64s. */
export class NetworkTally {
  readonly #within = new Map<string, NetworkTally>();
  #inAll = 0;

  get inAll(): number {
    return this.#inAll;
  }

  of(network: string): number {
    return this.#within.get(network)?.inAll ?? 0;
  }

  /** That of one of its networks, whose own are in it. */
  within(network: string): NetworkTally {
    return this.#within.get(network) ?? new NetworkTally();
  }

  /** How many have something under way, this one included. */
  networksWith(network: string): number {
    return this.#within.size + (this.#within.has(network) ? 0 : 1);
  }

  /** Whether with one more it has as many as any. */
  isAmongMost(network: string): boolean {
    const withOneMore = this.of(network) + 1;
    for (const { inAll } of this.#within.values()) if (inAll > withOneMore) return false;
    return true;
  }

  /** @param networks those that the client belongs to, widest first */
  add([widest, ...narrower]: readonly string[]): void {
    this.#inAll += 1;
    if (widest === undefined) return;
    const within = this.within(widest);
    within.add(narrower);
    this.#within.set(widest, within);
  }

  /** @param networks as they were added */
  remove([widest, ...narrower]: readonly string[]): void {
    this.#inAll -= 1;
    if (widest === undefined) return;
    const within = this.within(widest);
    within.remove(narrower);
    if (within.inAll === 0) this.#within.delete(widest);
  }
}
