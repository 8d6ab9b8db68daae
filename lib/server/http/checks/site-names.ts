import type { Config } from '../../../config/config';
import { isLoopbackHost } from '../../../shared/loopback-host';
import { hostInUrl, isEveryAddress } from '../../../config/host-in-url';

/** The names that the site answers to, each with its port unless it is the scheme's default, in lower case. */
export type SiteNames = {
  hosts: ReadonlySet<string>;
  /** Origins of its pages in browsers. */
  origins: ReadonlySet<string>;
};

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

type Named = Pick<Config, 'publicUrl' | 'isHttps' | 'host' | 'port' | 'otherHosts'>;

/** The public name, the further configured ones, and for this machine, as hosts alone where the site is on https, the address of the port. */
export function siteNames({ publicUrl, isHttps, host, port, otherHosts }: Named): SiteNames {
  const scheme = isHttps ? 'https' : 'http';
  const named = [publicUrl, ...otherHosts.map((name) => `${scheme}://${name}`)];
  const local = localNames(host).map((name) => `http://${name}:${port}`);
  // Any program of a reader's own computer can serve a page at such a name; people of an https site never open one.
  const ownOrigins = isHttps ? named : [...named, ...local];
  const urls = [...named, ...local].map((url) => new URL(url));
  return {
    hosts: new Set(urls.flatMap((url) => (url.port === '' ? [url.host, withDefaultPort(url)] : [url.host]))),
    origins: new Set(ownOrigins.map((url) => new URL(url).origin)),
  };
}

function localNames(host: string): string[] {
  if (isEveryAddress(host)) return LOOPBACK_NAMES;
  const bound = hostInUrl(host);
  return isLoopbackHost(bound) ? [...LOOPBACK_NAMES, bound] : [bound];
}

/** Clients may include it (RFC 9110 §4.2.3). */
function withDefaultPort({ hostname, protocol }: URL): string {
  return `${hostname}:${protocol === 'https:' ? 443 : 80}`;
}
