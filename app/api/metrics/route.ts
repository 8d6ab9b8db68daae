import { services } from '@/lib/services';
import { mayReadMetrics } from '@/lib/web/may-read-metrics';
import { NO_STORE, uncachedRefusal } from '@/lib/web/uncached';

/** Figures for Prometheus: see `mayReadMetrics` for whom. */
export async function GET(request: Request): Promise<Response> {
  const { config, metrics } = await services();
  if (!mayReadMetrics(request.headers, config)) return uncachedRefusal(404);
  const { registry } = metrics;
  return new Response(await registry.metrics(), { headers: { ...NO_STORE, 'content-type': registry.contentType } });
}
