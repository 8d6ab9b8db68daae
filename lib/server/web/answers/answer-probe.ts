import 'server-only';
import { services, type Part } from '../../composition/compose';
import type { HealthProbe } from '../../../shared/health-probes';
import { mayReadMetrics } from './may-read-metrics';
import { uncachedJson } from './uncached';

/**
 * What each probe depends on. Not on what all processes share and none mends by a restart or by leaving the load balancer:
 * without the gateway pages still say what to do, and without any process they could not.
 */
const PARTS = { live: [], started: ['migrations'], ready: ['database', 'migrations'] } as const satisfies Record<
  HealthProbe,
  readonly Part[]
>;

/** @returns 200 or 503, with what fails and why for whoever may read the metrics */
export async function answerProbe(probe: HealthProbe, headers: Headers): Promise<Response> {
  const { config, checkParts } = await services();
  const checked = await checkParts(PARTS[probe]);
  const isWell = checked.every(({ problem }) => problem === null);
  const status = isWell ? 'ok' : 'failed';
  const parts = Object.fromEntries(checked.map(({ part, problem }) => [part, problem ?? 'ok']));
  return uncachedJson({ status, ...(mayReadMetrics(headers, config) && { parts }) }, isWell ? 200 : 503);
}
