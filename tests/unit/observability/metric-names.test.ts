import { expect, test } from 'vitest';
import type { Outbox } from '@/lib/messaging/outbox';
import { createMetrics, registerOutboxMetrics } from '@/lib/observability/metrics';

/** prom-client says the type as text, whatever its types say. */
function isMisnamed({ name, type }: { name: string; type: unknown }): boolean {
  return name.endsWith('_total') !== (String(type) === 'counter') || /_(count|sum|bucket)$/.test(name);
}

test('metrics have names that Prometheus takes: counters end in _total, and nothing else does', async () => {
  const metrics = createMetrics();
  const outbox: Pick<Outbox, 'state'> = { state: () => Promise.resolve({}) as ReturnType<Outbox['state']> };
  registerOutboxMetrics(metrics, outbox as Outbox);
  const all = await metrics.registry.getMetricsAsJSON();
  expect(all.length).toBeGreaterThan(20);
  expect(all.filter(isMisnamed).map(({ name, type }) => `${String(type)} ${name}`)).toEqual([]);
  expect(all.filter(({ help }) => help.trim() === '')).toEqual([]);
});
