import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { request as requestPlain } from 'node:http';
import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isWithin, type NetworkRange } from '../../shared/network-range';
import { isPublicAddress } from '../../shared/public-address';
import { withTimeout } from '../../shared/async/with-timeout';
import { SECOND } from '../../shared/time/duration';

/** The address leads into a network that systems may not reach through this site (SSRF). */
export class ForbiddenAddressError extends Error {
  override readonly name = 'ForbiddenAddressError';
}

/** Where somebody else may have something posted. */
export type Guard = {
  /** Networks besides the Internet that the operator allows. */
  allowed: readonly NetworkRange[];
  /** Asks for all addresses of a name. The system's own, unless a test has names of its own. */
  lookUp?: (host: string) => Promise<LookupAddress[]>;
  /** Certificates to trust instead of the system's; for tests. */
  ca?: string;
};

const LOOK_UP_MS = 5 * SECOND;

/** Of https: whoever may name any port can find out which ones of a stranger's machine are open. */
const PUBLIC_PORT = 443;

/** Whether an address may be posted to now. A name that cannot be looked up may not, so that nothing tells it from a forbidden one. */
export async function mayReach(guard: Guard, url: string): Promise<boolean> {
  try {
    await addressesOf(guard, new URL(url));
    return true;
  } catch {
    return false;
  }
}

export type Posted = { headers: Record<string, string>; signal: AbortSignal };

/** @property retryAfter the header of this name, if there is one */
export type PostAnswer = { status: number; retryAfter: string | null };

/**
 * Posts to an address that somebody else has chosen: a system, or a browser. The name is looked up once, every address that it has is checked, and the
 * connection goes to one of those: a name that changes its address between check and connection gains nothing. Redirects are
 * not followed, connections not kept, proxies of the environment not asked.
 * @throws ForbiddenAddressError if one of the addresses is of a network that is not allowed, or the port is not that of https in the Internet
 */
export async function postGuarded(
  guard: Guard,
  url: string,
  body: string | Uint8Array,
  { headers, signal }: Posted,
): Promise<PostAnswer> {
  const to = new URL(url);
  const addresses = await addressesOf(guard, to);
  const options = {
    method: 'POST',
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    signal,
    agent: false,
    lookup: answerWith(addresses),
    ...(guard.ca !== undefined && { ca: guard.ca }),
  } as const;
  return new Promise((resolve, reject) => {
    const clientRequest = (to.protocol === 'http:' ? requestPlain : request)(to, options);
    // Also after the answer: what breaks then is of no interest.
    clientRequest.on('error', reject);
    clientRequest.once('response', (response) => {
      resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] ?? null });
      // Nothing else of it is read.
      response.once('error', () => {});
      response.destroy();
    });
    clientRequest.end(body);
  });
}

/** @throws ForbiddenAddressError */
async function addressesOf({ allowed, lookUp = lookUpAll }: Guard, to: URL): Promise<LookupAddress[]> {
  const { hostname: host } = to;
  const port = Number(to.port || (to.protocol === 'http:' ? 80 : PUBLIC_PORT));
  const literal = host.replace(/^\[|\]$/g, '');
  const family = isIP(literal);
  const addresses = family === 0 ? await withTimeout(LOOK_UP_MS, lookUp(host)) : [{ address: literal, family }];
  const forbidden = addresses.find(({ address }) => !isAllowed(address, port, allowed));
  if (forbidden || addresses.length === 0) throw new ForbiddenAddressError(forbidden?.address ?? 'no address');
  return addresses;
}

function isAllowed(address: string, port: number, allowed: readonly NetworkRange[]): boolean {
  return (port === PUBLIC_PORT && isPublicAddress(address)) || allowed.some((range) => isWithin(address, range));
}

function lookUpAll(host: string): Promise<LookupAddress[]> {
  return lookup(host, { all: true });
}

function answerWith(addresses: LookupAddress[]): LookupFunction {
  const [first = { address: '', family: 0 }] = addresses;
  return (_host, { all }, callback) =>
    all === true ? callback(null, addresses) : callback(null, first.address, first.family);
}
