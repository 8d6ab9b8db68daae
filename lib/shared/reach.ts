import { processSingleton } from './async/process-singleton';

/** What a request shows of the way that it came. */
type Arrival = {
  headers: Readonly<Record<string, unknown>>;
  httpVersion: string;
  socket: { remoteAddress?: string | undefined };
};

/** Written by whatever forwards requests; no browser does (RFC 7239; RFC 9110 §7.6.3; the usual names before them). */
const FORWARDED = /^(?:x-forwarded-.+|forwarded|via|x-real-ip|x-client-ip|true-client-ip|cf-connecting-ip)$/;

const LOOPBACK = /^(?:::1|(?:::ffff:)?127(?:\.\d{1,3}){3})$/;

/**
 * Whether anything has shown that others than this machine reach the site, such as a proxy that changes `Host`. Once it
 * has, it stays so until the process ends: who came once may come again without a trace.
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
      // Every browser speaks 1.1; a proxy without settings asks its upstream in 1.0.
      httpVersion === '1.0' ||
      Object.keys(headers).some((name) => FORWARDED.test(name));
  }
}

export function reachOfThisSite(): Reach {
  return processSingleton('reach', () => new Reach());
}
