import { services } from '@/lib/server/composition/compose';
import { mayReadMetrics } from '@/lib/server/web/answers/may-read-metrics';
import { NO_STORE, uncachedRefusal } from '@/lib/server/web/answers/uncached';

/** Prometheus metrics. `mayReadMetrics` decides who may read them. */
export async function GET(request: Request): Promise<Response> {
  const { config, metrics } = await services();
  if (!mayReadMetrics(request.headers, config)) return uncachedRefusal(404);
  const { registry } = metrics;
  return new Response(await registry.metrics(), { headers: { ...NO_STORE, 'content-type': registry.contentType } });
}
