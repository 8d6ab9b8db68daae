import type { ActivationGateway } from '../../activation/activation-gateway';
import type { Metrics } from './metrics';
import { observedGateway } from './observed-gateway';
import { isPending, STEPS, type Activation } from '../../activation/activation';
import { type ActivationStore, wrapActivationStore } from '../../activation/activation-store';

/** Measures calls to a gateway, and counts failures. */
export function meteredActivationGateway(gateway: ActivationGateway, metrics: Metrics): ActivationGateway {
  return observedGateway(gateway, ({ operation }) => {
    const end = metrics.gatewayCalls.startTimer({ operation });
    return (outcome) => void end({ outcome });
  });
}

/** Counts the moves that a store saves. */
export function meteredActivationStore(store: ActivationStore, metrics: Metrics): ActivationStore {
  return wrapActivationStore(store, {
    async create(activation, startKey, leasedUntil, events, from) {
      const created = await store.create(activation, startKey, leasedUntil, events, from);
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
