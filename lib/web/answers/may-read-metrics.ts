import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Config } from '../../config/config';
import { isLoopbackHost } from '../../shared/loopback-host';
import { ADDRESS_HEADER } from '../../http/exchange';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1)$/;

/**
 * Access to metrics: with the token; without one, from this machine, if the site is only reachable there. Otherwise a
 * proxy on this machine would make every client look local.
 */
export function mayReadMetrics(
  headers: Headers,
  { metricsToken, publicUrl }: Pick<Config, 'metricsToken' | 'publicUrl'>,
): boolean {
  if (metricsToken === null)
    return isLoopbackHost(new URL(publicUrl).hostname) && LOOPBACK.test(headers.get(ADDRESS_HEADER) ?? '');
  return timingSafeEqual(digest(headers.get('authorization') ?? ''), digest(`Bearer ${metricsToken}`));
}

/** Of constant length. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
