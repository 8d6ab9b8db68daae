import type { UserKey } from '../../shared/identifiers/user-key';
import type {
  CodeRefusal,
  OfflineActivation,
  OfflineRegistration,
  RegisterRefusal,
  RegistrationAtGateway,
} from '../../activation/activation-gateway';
import type { InstanceId } from '../../activation/activation';
import { GatewayError } from '../../activation/gateway-error';
import { accept, type Result } from '../../shared/result';
import { newInstance, readBaseline } from './baseline';
import { classOf, isLimitReached, isNotFound, isRefusal, unforeseen, type CloudFailure } from './cloud-failure';
import { listAuthenticators } from './onespan-cloud-authenticator-directory';
import { activate, addDevice } from './offline-registrations';
import type { Registrar, RegistrarPorts } from './registrar';

/** `offlineMDL` with two images and two typed codes, in the order of a public client (OneSpan §5.3). */
export class OneSpanCloudOfflineActivation implements OfflineActivation {
  readonly #ports: RegistrarPorts;
  readonly #registrar: Registrar;

  constructor(ports: RegistrarPorts, registrar: Registrar) {
    this.#ports = ports;
    this.#registrar = registrar;
  }

  async register(user: UserKey): Promise<Result<OfflineRegistration, RegisterRefusal>> {
    const registered = await this.#registrar.register(user, 'offlineMDL');
    if (!registered.ok) return registered;
    const { activationPassword: activationMessage1, ...registration } = registered.value;
    return accept({ ...registration, activationMessage1 });
  }

  /** That the second image lives as long as an activation password is inferred (OneSpan §5.4). */
  async addDevice(
    { registrationIdentifier }: RegistrationAtGateway,
    deviceCode: string,
  ): Promise<Result<{ activationMessage2: string; expiresAt: Date }, CodeRefusal>> {
    const expiresAt = this.#registrar.expiresAt();
    const { client } = this.#ports;
    const result = await addDevice(client, registrationIdentifier, deviceCode, (failure) => this.#refusalOf(failure));
    return result.ok ? accept({ ...result.value, expiresAt }) : result;
  }

  /** @throws GatewayError also when it succeeded and the device is not listed yet; `observe` finds it later */
  async activate(
    { registrationIdentifier, userId, domain, baseline: text }: RegistrationAtGateway,
    signature: string,
  ): Promise<Result<{ instanceId: InstanceId }, CodeRefusal>> {
    const { client } = this.#ports;
    const activated = await activate(client, registrationIdentifier, signature, (failure) => this.#refusalOf(failure));
    if (!activated.ok) return activated;
    const baseline = readBaseline(text);
    const instanceId = baseline && newInstance(baseline, (await listAuthenticators(client, { userId, domain })) ?? []);
    if (instanceId !== null) return accept({ instanceId });
    const cause = new Error('users: the device that was activated is not among the authenticators');
    throw this.#reported(new GatewayError('malformed-reply', 'unknown', { cause }));
  }

  /**
   * How a code is refused is undocumented. That an unknown registration, a session error and a used-up licence end it
   * is inferred, and so is that any other refusal may be for a wrong code.
   */
  #refusalOf(failure: CloudFailure): CodeRefusal {
    const isOver = isNotFound(failure) || isLimitReached(failure) || classOf(failure) === 'session';
    const error = unforeseen(failure);
    if (!isOver && !isRefusal(failure)) throw error;
    this.#reported(error);
    return isOver ? 'over' : 'wrong-code';
  }

  #reported(error: GatewayError): GatewayError {
    this.#ports.onRefusal(error);
    return error;
  }
}
