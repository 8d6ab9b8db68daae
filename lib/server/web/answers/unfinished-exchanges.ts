import type { Exchange } from '../../http/exchange';
import { HELD_OPEN } from '../../http/held-open';
import { FIRST_CALL, SECOND_CALL } from '../../../shared/codes/phone-calls';
import { parseJsonObject } from '../../../shared/json-object';
import { networkNameOf } from '../../../shared/network-address';
import type { Clock } from '../../../shared/time/clock';

/** In characters: OneSpan §7.2 has 8. */
const LONGEST_IDENTIFIER = 64;

/** A call that begins or finishes the key exchange of a registration. */
export type ExchangeCall = { isFirst: boolean; registration: string };

/** @returns null for any other call, and for one that no gateway understands */
export function exchangeCall({ path, body }: Pick<Exchange, 'path' | 'body'>): ExchangeCall | null {
  if (path !== FIRST_CALL && path !== SECOND_CALL) return null;
  const registration = parseJsonObject(body)?.['registrationIdentifier'];
  if (typeof registration !== 'string' || registration.length > LONGEST_IDENTIFIER) return null;
  return { isFirst: path === FIRST_CALL, registration };
}

/**
 * Key exchanges that phones have begun and not finished, by the network of the first call. Each costs the gateway
 * arithmetic, and keeps a registration for longer.
 */
export class UnfinishedExchanges {
  readonly #clock: Clock;
  /** By registration, in the order in which they began. */
  readonly #begun = new Map<string, { network: string; until: number }>();
  readonly #ofNetwork = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether one may begin, which it may again when it has. */
  mayBegin(address: string | null, registration: string): boolean {
    this.#forgetOld();
    if (this.#begun.has(registration)) return true;
    const { inAll, perNetwork } = HELD_OPEN.exchange;
    return this.#begun.size < inAll && (this.#ofNetwork.get(networkNameOf(address)) ?? 0) < perNetwork;
  }

  begin(address: string | null, registration: string): void {
    if (this.#begun.has(registration)) return;
    const network = networkNameOf(address);
    this.#begun.set(registration, { network, until: this.#clock.now().getTime() + HELD_OPEN.exchange.longestMs });
    this.#ofNetwork.set(network, (this.#ofNetwork.get(network) ?? 0) + 1);
  }

  /** Also when its phone has changed its network meanwhile. */
  finish(registration: string): void {
    const exchange = this.#begun.get(registration);
    if (!exchange) return;
    this.#begun.delete(registration);
    const left = (this.#ofNetwork.get(exchange.network) ?? 0) - 1;
    if (left > 0) this.#ofNetwork.set(exchange.network, left);
    else this.#ofNetwork.delete(exchange.network);
  }

  #forgetOld(): void {
    const now = this.#clock.now().getTime();
    for (const [registration, { until }] of this.#begun) {
      if (until > now) return;
      this.finish(registration);
    }
  }
}
