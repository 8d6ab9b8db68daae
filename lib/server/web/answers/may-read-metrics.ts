import 'server-only';
import type { Config } from '../../../config/config';
import { isMetricsToken } from '../../http/metrics-token';
import { isLoopbackHost } from '../../../shared/loopback-host';
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
  return isMetricsToken(headers.get('authorization'), metricsToken);
}
