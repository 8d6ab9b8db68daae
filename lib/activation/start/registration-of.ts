import type { RegisteredActivation } from '../activation';
import type { RegistrationAtGateway } from '../activation-gateway';

/** What the gateway is asked about with. */
export function registrationOf(activation: RegisteredActivation): RegistrationAtGateway {
  const { registrationIdentifier, gatewayUser, gatewayBaseline } = activation;
  return { ...gatewayUser, registrationIdentifier, baseline: gatewayBaseline };
}
