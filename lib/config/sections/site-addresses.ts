import type { Environment } from '../environment/environment-schema';
import { hostInUrl, isEveryAddress } from '../host-in-url';
import { isLoopbackHost } from '../is-loopback-host';

type Addresses = { host: string; port: number; publicUrl: string };

/** Where the site listens, and how people reach it: without a slash at the end. */
export function addressesOf({ HOST, PORT, TESSERA_URL }: Environment): Addresses {
  const host = (HOST ?? '127.0.0.1').replace(/^\[(.*)\]$/, '$1');
  const port = PORT ?? 3000;
  const publicUrl = TESSERA_URL ?? `http://${isEveryAddress(host) ? 'localhost' : hostInUrl(host)}:${port}`;
  return { host, port, publicUrl: publicUrl.replace(/\/+$/, '') };
}

/** Whether nobody else can reach it, neither directly nor by its public address, and its data is here too. */
export function isOnThisMachine(environment: Environment): boolean {
  const { host, publicUrl } = addressesOf(environment);
  return (
    environment.DATABASE_URL === undefined &&
    isLoopbackHost(hostInUrl(host)) &&
    isLoopbackHost(new URL(publicUrl).hostname)
  );
}
