import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Config } from '../../config/config';
import { isLoopbackHost } from '../../config/is-loopback-host';
import { ADDRESS_HEADER } from '../../server/http/exchange';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1)$/;

/**
 * Whether somebody may read the figures: whoever has the token; without one this machine, where people reach the site by
 * nothing but it. Elsewhere a proxy on this machine would make everybody look as if they were on it.
 */
export function mayReadMetrics(
  headers: Headers,
  { metricsToken, publicUrl }: Pick<Config, 'metricsToken' | 'publicUrl'>,
): boolean {
  if (metricsToken === null)
    return isLoopbackHost(new URL(publicUrl).hostname) && LOOPBACK.test(headers.get(ADDRESS_HEADER) ?? '');
  return timingSafeEqual(digest(headers.get('authorization') ?? ''), digest(`Bearer ${metricsToken}`));
}

/** Of one length whatever the text's. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
