import type { UserKey } from '../../../shared/identifiers/user-key';
import { STEPS } from '../../../activation/activation';
import type {
  ActivationGateway,
  GatewayCapabilities,
  GatewayRegistration,
  Observation,
  OfflineActivation,
  RegisterRefusal,
  RegistrationAtGateway,
} from '../../../activation/activation-gateway';
import type { ActivationId } from '../../../shared/identifiers/activation-id';
import type { Result } from '../../../shared/result';
import { CompletionWatch } from './completion-watch';
import { registerForSrp } from './dsapp-srp-register';
import { OneSpanServerOfflineActivation } from './onespan-server-offline-activation';
import { Registrar, type RegistrarPorts, type RegistrarSettings } from './registrar';
import type { SoapClient } from '../soap/soap-client';

export type ActivationGatewayPorts = RegistrarPorts & { soap: SoapClient };

export type ActivationGatewaySettings = RegistrarSettings & {
  gatewayId: string | null;
  /** Whether a relay between phones and their gateway observes each step. */
  isRelayed: boolean;
};

/**
 * OneSpan Authentication Server, which does not report the phone's progress: a user's records before and after are
 * compared, and a new device's activity is read (OneSpan §4.4). As far as is documented, registrations cannot be ended from outside (OneSpan §7.4).
 */
export class OneSpanServerActivationGateway implements ActivationGateway {
  readonly offline: OfflineActivation;
  readonly capabilities: GatewayCapabilities;
  readonly #ports: ActivationGatewayPorts;
  readonly #registrar: Registrar;
  readonly #completion: CompletionWatch;

  constructor(ports: ActivationGatewayPorts, settings: ActivationGatewaySettings) {
    this.#ports = ports;
    this.#completion = new CompletionWatch(ports);
    this.#registrar = new Registrar(ports, settings);
    this.offline = new OneSpanServerOfflineActivation(ports, settings.componentType, this.#registrar);
    this.capabilities = {
      observes: settings.isRelayed ? STEPS : ['linked', 'active'],
      gatewayId: settings.gatewayId,
      registersWith: 'credential',
      registersInvited: settings.resetsPasswords,
      completion: 'inferred',
      pushes: false,
      cancels: false,
      registersAgain: 'once',
      hasOwnApp: false,
    };
  }

  async register(
    user: UserKey,
    _activationId: ActivationId,
    credential: string | null,
  ): Promise<Result<GatewayRegistration, RegisterRefusal>> {
    const call = registerForSrp.bind(null, this.#ports.soap);
    return this.#registrar.register(user, credential, { name: 'dsappSRPRegister', call });
  }

  observe(registration: RegistrationAtGateway): Promise<Observation> {
    return this.#completion.observe(registration);
  }

  async cancel(): Promise<void> {}

  async checkHealth(): Promise<void> {
    await this.#ports.administration.checkHealth();
  }
}
