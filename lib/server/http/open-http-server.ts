import type { Config } from '../../config/config';
import type { Logger } from '../observability/logger';
import type { Random } from '../../shared/random';
import type { Check } from './exchange';
import { Front } from './front';
import { HttpServer } from './http-server';
import { LoadShedder } from './load/load-shedder';
import { SecurityHeaders } from './security-headers';

type Settings = {
  config: Pick<Config, 'publicUrl' | 'isHttps' | 'trustedProxies' | 'waitingPages'> & { host: string; port: number };
  checks: readonly Check[];
  /** See `EventLoopLag`. */
  lag: { readonly ms: number };
  random: Random;
  logger: Logger;
  isDevelopment?: boolean;
};

/** What the program serves by, and tests too: the server, which does not listen yet, its front and what sheds load. */
export type OpenedHttpServer = { server: HttpServer; front: Front; load: LoadShedder };

/**
 * Builds the HTTP server, and makes sure that its port is free: the one way for the program and for tests, so that what
 * holds in the one holds in the other.
 * @throws ConfigurationError when the port is in use or not permitted
 */
export async function openHttpServer({
  config,
  checks,
  lag,
  random,
  logger,
  isDevelopment = false,
}: Settings): Promise<OpenedHttpServer> {
  const { publicUrl, trustedProxies, isHttps } = config;
  const securityHeaders = new SecurityHeaders({ isHttps, isDevelopment });
  const load = new LoadShedder({ lag, random, logger });
  const front = new Front({ publicUrl, trustedProxies, securityHeaders, checks, load, logger });
  const server = new HttpServer(front, securityHeaders, config);
  await server.tryPort(config);
  return { server, front, load };
}
