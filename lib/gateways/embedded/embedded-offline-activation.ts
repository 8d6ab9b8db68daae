import type { UserKey } from '../../shared/identifiers/user-key';
import type {
  CodeRefusal,
  OfflineActivation,
  OfflineRegistration,
  RegisterRefusal,
  RegistrationAtGateway,
} from '../../activation/activation-gateway';
import type { ActivationId } from '../../shared/identifiers/activation-id';
import type { InstanceId } from '../../activation/activation';
import type { EmbeddedGateway } from './engine/embedded-gateway';
import type { ServiceRefusal } from './engine/phone-services/service-refusal';
import { accept, refuse, type Result } from '../../shared/result';
import { ask } from './ask';

export class EmbeddedOfflineActivation implements OfflineActivation {
  readonly #gateway: EmbeddedGateway;
  readonly #gatewayId: string;

  /** @param gatewayId as in the images of online activations */
  constructor(gateway: EmbeddedGateway, gatewayId: string) {
    this.#gateway = gateway;
    this.#gatewayId = gatewayId;
  }

  async register(
    { userId, domain }: UserKey,
    _activationId: ActivationId,
  ): Promise<Result<OfflineRegistration, RegisterRefusal>> {
    const registered = await ask(() => this.#gateway.registerOffline({ userId, domain }, this.#gatewayId));
    if (!registered.ok) return registered;
    const { serialNumber: _, ...registration } = registered.value;
    return accept({ ...registration, baseline: null });
  }

  async addDevice(
    { registrationIdentifier }: RegistrationAtGateway,
    deviceCode: string,
  ): Promise<Result<{ activationMessage2: string; expiresAt: Date }, CodeRefusal>> {
    const result = await ask(() => this.#gateway.addOfflineDevice({ registrationIdentifier, deviceCode }));
    return result.ok ? result : refuse(codeRefusal(result.refusal));
  }

  async activate(
    { registrationIdentifier }: RegistrationAtGateway,
    signature: string,
  ): Promise<Result<{ instanceId: InstanceId }, CodeRefusal>> {
    const activated = await ask(() => this.#gateway.activateOffline({ registrationIdentifier, signature }));
    return activated.ok ? activated : refuse(codeRefusal(activated.refusal));
  }

  async triesLeft({ registrationIdentifier }: RegistrationAtGateway): Promise<number | null> {
    const observation = await ask(() => this.#gateway.observe(registrationIdentifier));
    return observation?.triesLeft ?? null;
  }
}

/** Malformed input does not count as a wrong code. */
function codeRefusal(refusal: ServiceRefusal): CodeRefusal {
  return refusal === 'wrong-proof' || refusal === 'invalid-parameter' ? 'wrong-code' : 'over';
}
