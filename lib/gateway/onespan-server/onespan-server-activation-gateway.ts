import { STEPS } from '../../activation/activation';
import {
  MAXIMUM_BASIS_LENGTH,
  type ActivationGateway,
  type GatewayCapabilities,
  type GatewayRegistration,
  type GatewayUser,
  type Observation,
  type RegisterRefusal,
  type RegistrationAtGateway,
} from '../../activation/activation-gateway';
import type { ActivationId } from '../../activation/activation-id';
import type { GatewayError } from '../../activation/gateway-error';
import type { Clock } from '../../shared/clock';
import type { Random } from '../../shared/random';
import { accept, refuse, type Result } from '../../shared/result';
import type { Administration } from './administration';
import { readBasis, takeBasis } from './basis';
import { findRecordsOf, type DigipassRecord } from './digipass-record';
import { registerForSrp, type RegisterAnswer } from './dsapp-srp-register';
import { observationFrom } from './observation-from';
import { isAuthenticationRefusal, isErrorCode, isNotFound, unforeseen, type Status } from './outcome';
import { isUsedUp, licencesIn } from './registration-limits';
import type { SoapClient } from './soap-client';
import { withTemporaryPassword } from './temporary-password';
import { isXmlText } from './xml-text';

export type ActivationGatewayPorts = {
  soap: SoapClient;
  administration: Administration;
  clock: Clock;
  random: Random;
  /** Is told what the server said where the person is told less. */
  onRefusal: (refusal: GatewayError) => void;
};

export type ActivationGatewaySettings = {
  componentType: string;
  gatewayId: string | null;
  /** How long an image is shown: how long the server keeps a registration is not told (contract §7.4). */
  lifetimeMs: number;
  /** Whether somebody who was invited loses their static password, and is registered without one. */
  resetsPasswords: boolean;
  /** Whether something between phones and their gateway sees each of their steps. */
  isRelayed: boolean;
};

/**
 * OneSpan Authentication Server, which does not tell how far a phone has come: what a person has before and after is
 * compared (contract §4.4). Registrations cannot be ended from outside, as far as is documented (contract §7.4).
 */
export class OneSpanServerActivationGateway implements ActivationGateway {
  readonly offline = null;
  readonly capabilities: GatewayCapabilities;
  readonly #ports: ActivationGatewayPorts;
  readonly #settings: ActivationGatewaySettings;

  constructor(ports: ActivationGatewayPorts, settings: ActivationGatewaySettings) {
    this.#ports = ports;
    this.#settings = settings;
    this.capabilities = {
      observes: settings.isRelayed ? STEPS : ['linked', 'active'],
      gatewayId: settings.gatewayId,
      registersWith: 'credential',
      registersInvited: settings.resetsPasswords,
      completion: 'inferred',
      pushes: false,
      cancels: false,
    };
  }

  async register(
    user: GatewayUser,
    _activationId: ActivationId,
    credential: string | null,
  ): Promise<Result<GatewayRegistration, RegisterRefusal>> {
    if (credential === null && !this.#settings.resetsPasswords)
      throw new TypeError('the server registers with a credential');
    // What no request can carry is nobody's password.
    if (credential !== null && (credential === '' || !isXmlText(credential))) return refuse('credential-refused');
    const { administration, clock } = this.#ports;
    const records = await findRecordsOf(administration, user);
    const answer = await this.#call(user, credential, licenceToName(records));
    if (!answer?.registered)
      return refuse(answer ? this.#judge(answer.status, records, credential) : 'refused-by-gateway');
    const expiresAt = new Date(clock.now().getTime() + this.#settings.lifetimeMs);
    return accept({ ...answer.registered, basis: writeBasis(records), expiresAt });
  }

  async observe({ userId, domain, basis }: RegistrationAtGateway): Promise<Observation> {
    const records = await findRecordsOf(this.#ports.administration, { userId, domain });
    return observationFrom(readBasis(basis), records, this.#ports.clock.now());
  }

  async cancel(): Promise<void> {}

  async checkHealth(): Promise<void> {
    await this.#ports.administration.checkHealth();
  }

  /** The command authenticates the person, whoever calls it (contract §4.2). @returns null when there is no such person */
  async #call(
    user: GatewayUser,
    credential: string | null,
    serialNumber: string | null,
  ): Promise<RegisterAnswer | null> {
    const { soap, administration, random, onRefusal } = this.#ports;
    const { componentType } = this.#settings;
    const call = (staticPassword: string) =>
      registerForSrp(soap, { componentType, user, staticPassword, serialNumber });
    if (credential !== null) return call(credential);
    return withTemporaryPassword(administration, random, user, call, onRefusal);
  }

  /** No status is documented for a licence that is used up or that there is not; the person's records tell (inferred). */
  #judge(status: Status, records: DigipassRecord[], credential: string | null): RegisterRefusal {
    const refusal = unforeseen('dsappSRPRegister', status);
    const isUnproved = isAuthenticationRefusal(status);
    if (isUnproved && credential !== null) return 'credential-refused';
    if (!isUnproved && !isErrorCode(status) && !isNotFound(status)) throw refusal;
    this.#ports.onRefusal(refusal);
    const licences = licencesIn(records);
    if (licences.length > 0 && licences.every((licence) => isUsedUp(licence, records)))
      return 'activation-limit-reached';
    if (isNotFound(status) && licences.length === 0) return 'no-licence';
    return 'refused-by-gateway';
  }
}

/** The command needs a serial number of whoever has more than one authenticator (contract §4.2). */
function licenceToName(records: DigipassRecord[]): string | null {
  const authenticators = records.filter(({ instanceOf }) => instanceOf === null);
  if (authenticators.length < 2) return null;
  const licences = licencesIn(records);
  return (licences.find((licence) => !isUsedUp(licence, records)) ?? licences[0])?.serialNumber ?? null;
}

/** @throws RangeError for somebody with hundreds of devices */
function writeBasis(records: DigipassRecord[]): string {
  const basis = JSON.stringify(takeBasis(records));
  if (basis.length > MAXIMUM_BASIS_LENGTH) throw new RangeError('a person with too many devices');
  return basis;
}
