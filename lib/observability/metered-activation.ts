import type { ActivationGateway } from '../activation/activation-gateway';
import { GatewayError } from '../activation/gateway-error';
import type { Metrics } from './metrics';
import { isPending, STEPS, type Activation } from '../activation/activation';
import { type ActivationStore, wrapActivationStore } from '../activation/activation-store';

/** Measures calls to a gateway, and counts failures. */
export function meteredActivationGateway(gateway: ActivationGateway, metrics: Metrics): ActivationGateway {
  async function timed<Value>(operation: string, call: Promise<Value>): Promise<Value> {
    const end = metrics.gatewayCalls.startTimer({ operation });
    try {
      const value = await call;
      end({ outcome: 'answered' });
      return value;
    } catch (error) {
      end({ outcome: error instanceof GatewayError ? error.code : 'fault' });
      throw error;
    }
  }
  const { offline } = gateway;
  return {
    capabilities: gateway.capabilities,
    offline: offline && {
      register: (user, activationId, credential) =>
        timed('register-offline', offline.register(user, activationId, credential)),
      addDevice: (registration, deviceCode) => timed('add-device', offline.addDevice(registration, deviceCode)),
      activate: (registration, signature) => timed('activate', offline.activate(registration, signature)),
      ...(offline.triesLeft && {
        triesLeft: (registration) => timed('tries-left', offline.triesLeft?.(registration) ?? Promise.resolve(null)),
      }),
    },
    register: (user, activationId, credential) => timed('register', gateway.register(user, activationId, credential)),
    observe: (registration) => timed('observe', gateway.observe(registration)),
    cancel: (registration) => timed('cancel', gateway.cancel(registration)),
    checkHealth: () => timed('health', gateway.checkHealth()),
  };
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
