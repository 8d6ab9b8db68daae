import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Logger } from '../observability/logger';
import { reachOfThisSite, type Reach } from '../../shared/reach';
import { ADDRESS_HEADER, CORRELATION_HEADER } from './exchange';
import { canonicalAddress } from '../../shared/network-address';

/** After an action Next.js calls this server for the next page, on behalf of the client of the action. */
const INNER_HEADER = 'x-tessera-inner';

const FORWARDING = ['x-forwarded-for', 'forwarded', 'x-real-ip'];

/** Overwrites the headers that only the server may set. */
export class RequestStamp {
  readonly #trustedProxies: number;
  readonly #logger: Pick<Logger, 'warn'>;
  /** Known to this process only. */
  readonly #inner = randomUUID();
  readonly #reach: Reach;
  #hasWarned = false;

  /** @param trustedProxies in front that append to `X-Forwarded-For` */
  constructor(trustedProxies: number, logger: Pick<Logger, 'warn'>, reach = reachOfThisSite()) {
    this.#reach = reach;
    this.#trustedProxies = trustedProxies;
    this.#logger = logger;
  }

  /** @returns the client's address; null when unknown */
  put(request: IncomingMessage): string | null {
    const { headers, socket } = request;
    if (headers[INNER_HEADER] === this.#inner) {
      // Next.js requests compressed responses by default, and would decompress in this process what it had compressed.
      delete headers['accept-encoding'];
      return headers[ADDRESS_HEADER]?.toString() ?? null;
    }
    this.#reach.note(request);
    if (this.#trustedProxies === 0 && !this.#hasWarned) this.#warnOfForwarding(headers);
    const address = clientAddress(socket.remoteAddress, headers['x-forwarded-for']?.toString(), this.#trustedProxies);
    headers[INNER_HEADER] = this.#inner;
    headers[CORRELATION_HEADER] = randomUUID();
    delete headers[ADDRESS_HEADER];
    if (address !== null) headers[ADDRESS_HEADER] = address;
    return address;
  }

  #warnOfForwarding(headers: IncomingMessage['headers']): void {
    if (!FORWARDING.some((name) => headers[name] !== undefined)) return;
    this.#hasWarned = true;
    this.#logger.warn(
      'Requests have forwarding headers, but no proxy is trusted: all clients behind a proxy count as one address. If ' +
        'proxies of yours are in front, set TESSERA_TRUSTED_PROXIES to their number.',
    );
  }
}

/**
 * The client's address.
 * @param peer address of the connection's other end
 * @param forwardedFor the `X-Forwarded-For` header; clients can write into it, so only the addresses that trusted
 *   proxies appended count
 * @param trustedProxies how many proxies are in front, each appending one address
 * @returns canonical spelling; null when it is not an address
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string | null {
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim());
  const address = trustedProxies > 0 ? hops.at(-trustedProxies) : peer;
  return canonicalAddress(address ?? '') ?? canonicalAddress(peer ?? '');
}
