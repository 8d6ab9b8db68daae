import { isPending, STEPS, type Activation } from '../activation/activation';
import type { ActivationStore } from '../activation/activation-store';
import { wrapActivationStore } from '../activation/wrap-activation-store';
import type { Metrics } from './metrics';

/** Counts the moves that a store has saved. */
export function meteredActivationStore(store: ActivationStore, metrics: Metrics): ActivationStore {
  return wrapActivationStore(store, {
    async create(activation, startKey, leasedUntil, events) {
      const created = await store.create(activation, startKey, leasedUntil, events);
      if (created.ok) metrics.started.inc();
      return created;
    },
    async save(activation, events, leasedUntil) {
      const saved = await store.save(activation, events, leasedUntil);
      if (saved.ok) count(activation, metrics);
      return saved;
    },
  });
}

function count(activation: Activation, metrics: Metrics): void {
  if (!isPending(activation)) {
    metrics.activations.inc({
      outcome: activation.state,
      reason: activation.state === 'failed' ? activation.reason : '',
    });
  }
  const step = STEPS.find((name) => name === activation.state);
  if (!step || activation.state === 'requested') return;
  const at = activation.reached[step];
  const issued = activation.reached.issued;
  if (at && issued) metrics.stepSeconds.observe({ step }, Math.max(0, at.getTime() - issued.getTime()) / 1_000);
}
