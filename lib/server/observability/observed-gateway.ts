import type { ActivationGateway, RegistrationAtGateway } from '../../activation/activation-gateway';
import { GatewayError } from '../../activation/gateway-error';
import type { ActivationId } from '../../shared/identifiers/activation-id';

/** @property of the activation, by its own identifier or by its registration; null for none */
type GatewayCall = { operation: string; of: ActivationId | RegistrationAtGateway | null };

/** Of a call: a failure's code, or `fault` for anything else that was thrown. */
type CallOutcome = 'answered' | 'fault' | GatewayError['code'];

/** Wraps a gateway. @param begin is called with each call, and what it returns with its outcome */
export function observedGateway(
  gateway: ActivationGateway,
  begin: (call: GatewayCall) => (outcome: CallOutcome) => void,
): ActivationGateway {
  async function observed<Value>(operation: string, of: GatewayCall['of'], ask: () => Promise<Value>): Promise<Value> {
    const end = begin({ operation, of });
    try {
      const value = await ask();
      end('answered');
      return value;
    } catch (error) {
      end(error instanceof GatewayError ? error.code : 'fault');
      throw error;
    }
  }
  const { offline } = gateway;
  return {
    capabilities: gateway.capabilities,
    offline: offline && {
      register: (user, activationId, credential) =>
        observed('register-offline', activationId, () => offline.register(user, activationId, credential)),
      addDevice: (registration, deviceCode) =>
        observed('add-device', registration, () => offline.addDevice(registration, deviceCode)),
      activate: (registration, signature) =>
        observed('activate', registration, () => offline.activate(registration, signature)),
      ...(offline.triesLeft && {
        triesLeft: (registration) =>
          observed('tries-left', registration, () => offline.triesLeft?.(registration) ?? Promise.resolve(null)),
      }),
    },
    register: (user, activationId, credential) =>
      observed('register', activationId, () => gateway.register(user, activationId, credential)),
    observe: (registration) => observed('observe', registration, () => gateway.observe(registration)),
    cancel: (registration) => observed('cancel', registration, () => gateway.cancel(registration)),
    checkHealth: () => observed('health', null, () => gateway.checkHealth()),
  };
}
