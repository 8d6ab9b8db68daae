import { beforeEach, describe, expect, it } from 'vitest';
import { generateActivationId } from '@/lib/shared/identifiers/activation-id';
import { meteredActivationGateway, meteredActivationStore } from '@/lib/server/observability/metered-activation';
import { createMetrics, type Metrics } from '@/lib/server/observability/metrics';
import { systemRandom } from '@/lib/shared/random';
import { activationInEveryState, at } from '../../../support/doubles/fake-activations';
import { fakeActivation, memoryStores } from '../../../support/doubles/fake-activation-ports';
import { FakeClock } from '../../../support/doubles/fake-clock';

describe('metrics', () => {
  let metrics: Metrics;

  beforeEach(() => {
    metrics = createMetrics();
  });

  const text = () => metrics.registry.metrics();

  it('the metrics count what a store saved, by outcome, and not what it refused', async () => {
    const store = meteredActivationStore(memoryStores(new FakeClock()).store, metrics);
    const { requested, issued, scanned, verified, linked, active } = activationInEveryState('jane');
    await store.create(requested, null, at(30), []);
    await store.create(requested, null, at(30), []);
    for (const move of [issued, scanned, verified, linked, active, active]) await store.save(move, []);
    const failed = activationInEveryState('john');
    await store.create(failed.requested, null, at(30), []);
    await store.save(failed.issued, []);
    await store.save(failed.failed, []);

    expect(await text()).toContain('tessera_activations_started_total 2');
    expect(await text()).toContain('tessera_activations_total{outcome="active",reason=""} 1');
    expect(await text()).toContain('tessera_activations_total{outcome="failed",reason="too-many-wrong-passwords"} 1');
  });

  it('the metrics measure the time from the image to each step', async () => {
    const store = meteredActivationStore(memoryStores(new FakeClock()).store, metrics);
    const { requested, issued, scanned, verified } = activationInEveryState('jane');
    await store.create(requested, null, at(30), []);
    for (const move of [issued, scanned, verified]) await store.save(move, []);
    expect(await text()).toContain('tessera_activation_step_seconds_sum{step="scanned"} 1');
    expect(await text()).toContain('tessera_activation_step_seconds_sum{step="verified"} 2');
  });

  it('the metrics time the calls to a gateway, and count the failed ones', async () => {
    const { gateway } = fakeActivation();
    const jane = { userId: 'jane', domain: 'd' };
    const metered = meteredActivationGateway(gateway, metrics);
    await metered.register(jane, generateActivationId(systemRandom), null);
    await metered.checkHealth();
    gateway.isReachable = false;
    await expect(metered.observe({ ...jane, registrationIdentifier: 'unknown1', baseline: null })).rejects.toThrow(
      'unreachable',
    );
    const counted = await text();
    for (const labels of ['operation="register",outcome="answered"', 'operation="observe",outcome="unreachable"'])
      expect(counted).toContain(`tessera_gateway_call_seconds_count{${labels}} 1`);
    expect(metered.capabilities).toBe(gateway.capabilities);
  });

  it('the metrics name no user, device or activation', async () => {
    const store = meteredActivationStore(memoryStores(new FakeClock()).store, metrics);
    const { requested } = activationInEveryState('canary.jane');
    await store.create(requested, null, at(30), []);
    expect(await text()).not.toMatch(/canary|act-/);
  });
});
