import { createMetrics, type Metrics } from '@/lib/server/observability/metrics';
import { registerStateMetrics } from '@/lib/server/observability/state-metrics';
import { DAY } from '@/lib/shared/time/duration';

const away = () => Promise.reject(new Error('away'));

/** Every metric that a site has, without a site. */
export function allMetrics(): Metrics {
  const metrics = createMetrics();
  registerStateMetrics(metrics, {
    checkParts: () => Promise.resolve([]),
    outbox: { state: away },
    imageSigner: { publish: away },
    imageKeyRotationMs: DAY,
    nextBackupAt: null,
    licences: null,
    operations: null,
  });
  return metrics;
}
