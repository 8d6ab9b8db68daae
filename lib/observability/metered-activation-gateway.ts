import type { ActivationGateway } from '../activation/activation-gateway';
import { GatewayError } from '../activation/gateway-error';
import type { Metrics } from './metrics';

/** Times the calls to a gateway and counts those that failed. */
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
    },
    register: (user, activationId, credential) => timed('register', gateway.register(user, activationId, credential)),
    observe: (registration) => timed('observe', gateway.observe(registration)),
    cancel: (registration) => timed('cancel', gateway.cancel(registration)),
    checkHealth: () => timed('health', gateway.checkHealth()),
  };
}
