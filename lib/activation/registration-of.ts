import type { RegisteredActivation } from './activation';
import type { RegistrationAtGateway } from './activation-gateway';

/** What the gateway is asked about with. */
export function registrationOf(activation: RegisteredActivation): RegistrationAtGateway {
  const { registrationIdentifier, gatewayUser, gatewayBasis } = activation;
  return { ...gatewayUser, registrationIdentifier, basis: gatewayBasis };
}
