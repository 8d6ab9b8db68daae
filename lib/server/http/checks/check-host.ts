import type { IncomingMessage } from 'node:http';
import type { Check, Refusal } from '../exchange';
import { isHealthPath } from '../../../shared/health-probes';
import type { SiteNames } from './site-names';

const UNKNOWN_HOST: Refusal = {
  status: 421,
  code: 'unknown-host',
  sentence:
    'This site has another name. Use the address that you were given; whoever runs the site can allow more names with TESSERA_HOSTS.',
};

const UNCLEAR_HOST: Refusal = {
  status: 400,
  code: 'unclear-host',
  sentence: 'A request names its host, and once only.',
};

/**
 * Refuses requests for other hosts. Afterwards `Host` and `X-Forwarded-Host` are one of the site's own names, and
 * `X-Forwarded-Proto` is the scheme of its public address, whatever the client sent.
 * @param isProxied whether a trusted proxy sets `X-Forwarded-Host`; otherwise any client can
 */
export function hostCheck(
  { hosts }: SiteNames,
  { isProxied, isHttps }: { isProxied: boolean; isHttps: boolean },
): Check {
  const [ownName] = hosts;
  const scheme = isHttps ? 'https' : 'http';
  return ({ request, path }) => {
    const { headers } = request;
    const named = headers.host ?? (mayOmitHost(request, path) ? ownName : undefined);
    if (named === undefined || namesHostTwice(request)) return UNCLEAR_HOST;
    const host = ((isProxied && lastOf(headers['x-forwarded-host'])) || named).toLowerCase();
    if (!hosts.has(host) && !isHealthPath(path)) return UNKNOWN_HOST;
    headers.host = host;
    headers['x-forwarded-host'] = host;
    headers['x-forwarded-proto'] = scheme;
    delete headers['x-forwarded-port'];
    return null;
  };
}

/** HTTP/1.0 has no `Host`, and health checks of load balancers still use it. */
function mayOmitHost({ httpVersion }: IncomingMessage, path: string): boolean {
  return isHealthPath(path) && httpVersion === '1.0';
}

/** Node silently takes the first one; a proxy in front may have used the last (RFC 9112 §3.2). */
function namesHostTwice({ rawHeaders }: IncomingMessage): boolean {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === 'host') count++;
  }
  return count > 1;
}

/** The value that the nearest proxy appended. */
function lastOf(header: string | string[] | undefined): string | undefined {
  return header?.toString().split(',').at(-1)?.trim();
}
