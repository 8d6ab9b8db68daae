import { processSingleton } from './async/process-singleton';

/** How a request arrived. */
type Arrival = {
  headers: Readonly<Record<string, unknown>>;
  httpVersion: string;
  socket: { remoteAddress?: string | undefined };
};

/** Set by proxies; no browser sends them (RFC 7239; RFC 9110 §7.6.3; the usual names before them). */
const FORWARDED = /^(?:x-forwarded-.+|forwarded|via|x-real-ip|x-client-ip|true-client-ip|cf-connecting-ip)$/;

const LOOPBACK = /^(?:::1|(?:::ffff:)?127(?:\.\d{1,3}){3})$/;

/**
 * Whether any request has shown that other machines reach the site, such as through a proxy that changes `Host`. It
 * then stays so until the process ends: the same client may return without a trace.
 */
export class Reach {
  #isFromElsewhere = false;

  get isFromElsewhere(): boolean {
    return this.#isFromElsewhere;
  }

  note({ headers, httpVersion, socket: { remoteAddress } }: Arrival): void {
    if (this.#isFromElsewhere) return;
    this.#isFromElsewhere =
      (remoteAddress !== undefined && !LOOPBACK.test(remoteAddress)) ||
      // Every browser speaks 1.1; an unconfigured proxy sends 1.0 upstream.
      httpVersion === '1.0' ||
      Object.keys(headers).some((name) => FORWARDED.test(name));
  }
}

export function reachOfThisSite(): Reach {
  return processSingleton('reach', () => new Reach());
}
