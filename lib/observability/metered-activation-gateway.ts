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
  return {
    capabilities: gateway.capabilities,
    register: (user, activationId) => timed('register', gateway.register(user, activationId)),
    observe: (registrationIdentifier) => timed('observe', gateway.observe(registrationIdentifier)),
    cancel: (registrationIdentifier) => timed('cancel', gateway.cancel(registrationIdentifier)),
    checkHealth: () => timed('health', gateway.checkHealth()),
  };
}
