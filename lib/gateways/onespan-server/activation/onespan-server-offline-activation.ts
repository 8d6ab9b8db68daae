import type { UserKey } from '../../../shared/identifiers/user-key';
import type {
  CodeRefusal,
  OfflineActivation,
  OfflineRegistration,
  RegisterRefusal,
  RegistrationAtGateway,
} from '../../../activation/activation-gateway';
import type { InstanceId } from '../../../activation/activation';
import type { ActivationId } from '../../../shared/identifiers/activation-id';
import { GatewayError } from '../../../activation/gateway-error';
import { accept, refuse, type Result } from '../../../shared/result';
import { readBaseline } from './baseline';
import { findRecordsOf } from '../administration/digipass-record';
import { activateForMdl, addDeviceForMdl, registerForMdl } from './mdl-provisioning';
import { observationFrom } from './observation-from';
import { isRefusal, unforeseen, type Status } from '../soap/outcome';
import type { Registrar, RegistrarPorts } from './registrar';
import type { SoapClient } from '../soap/soap-client';
import { isXmlText } from '../soap/xml-text';

type OfflineActivationPorts = Omit<RegistrarPorts, 'random'> & { soap: SoapClient };

/** Multi-device licensing with two images and two typed codes (OneSpan §4.2, §6.1 "2-Step Offline Activation"). */
export class OneSpanServerOfflineActivation implements OfflineActivation {
  readonly #ports: OfflineActivationPorts;
  readonly #componentType: string;
  readonly #registrar: Registrar;

  constructor(ports: OfflineActivationPorts, componentType: string, registrar: Registrar) {
    this.#ports = ports;
    this.#componentType = componentType;
    this.#registrar = registrar;
  }

  async register(
    user: UserKey,
    _activationId: ActivationId,
    credential: string | null,
  ): Promise<Result<OfflineRegistration, RegisterRefusal>> {
    const call = registerForMdl.bind(null, this.#ports.soap);
    return this.#registrar.register(user, credential, { name: 'PROVISIONCMD_MDL_REGISTER', call });
  }

  /**
   * That the server keeps a registration for the same time again once its device is added is inferred; nothing is
   * documented.
   */
  async addDevice(
    registration: RegistrationAtGateway,
    deviceCode: string,
  ): Promise<Result<{ activationMessage2: string; expiresAt: Date }, CodeRefusal>> {
    if (!isXmlText(deviceCode)) return refuse('wrong-code');
    const { status, value } = await addDeviceForMdl(this.#ports.soap, this.#of(registration), deviceCode);
    if (value === null) return refuse(this.#judge('PROVISIONCMD_MDL_ADD_DEVICE', status));
    return accept({ activationMessage2: value, expiresAt: this.#registrar.expiresAt() });
  }

  /** @throws GatewayError also when it succeeded but the device cannot be determined */
  async activate(
    registration: RegistrationAtGateway,
    signature: string,
  ): Promise<Result<{ instanceId: InstanceId }, CodeRefusal>> {
    if (!isXmlText(signature)) return refuse('wrong-code');
    const { status, value } = await activateForMdl(this.#ports.soap, this.#of(registration), signature);
    if (value === null) return refuse(this.#judge('PROVISIONCMD_MDL_ACTIVATE', status));
    const instanceId = value.instanceId ?? (await this.#findDevice(registration));
    if (instanceId !== null) return accept({ instanceId });
    const cause = new Error('PROVISIONCMD_MDL_ACTIVATE: the device that was activated has no name');
    throw this.#reported(new GatewayError('malformed-reply', 'unknown', { cause }));
  }

  #of({ registrationIdentifier }: RegistrationAtGateway) {
    return { componentType: this.#componentType, registrationIdentifier };
  }

  async #findDevice({ userId, domain, baseline }: RegistrationAtGateway): Promise<InstanceId | null> {
    const { administration, clock } = this.#ports;
    const records = await findRecordsOf(administration, { userId, domain });
    return observationFrom(readBaseline(baseline), records, clock.now()).instanceId;
  }

  /**
   * No status is documented for a wrong code or an ended registration, and STAT_NOT_FOUND may be either, so every
   * refusal counts as a wrong code: the site expires a registration by itself.
   */
  #judge(command: string, status: Status): CodeRefusal {
    const refusal = unforeseen(command, status);
    if (!isRefusal(status)) throw refusal;
    this.#reported(refusal);
    return 'wrong-code';
  }

  #reported(error: GatewayError): GatewayError {
    this.#ports.onRefusal(error);
    return error;
  }
}
