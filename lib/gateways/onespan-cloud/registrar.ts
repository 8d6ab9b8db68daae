import type { UserKey } from '../../shared/identifiers/user-key';
import {
  MAXIMUM_BASELINE_LENGTH,
  type RegisterRefusal,
  type RegistrationAtGateway,
} from '../../activation/activation-gateway';
import { afterSending, GatewayError } from '../../activation/gateway-error';
import type { Clock } from '../../shared/time/clock';
import { MINUTE } from '../../shared/time/duration';
import { accept, type Result, refuse } from '../../shared/result';
import { captureBaseline } from './baseline';
import type { CloudClient } from './cloud-client';
import { classOf, isLimitReached, isRefusal, unforeseen, type CloudFailure } from './cloud-failure';
import { listAuthenticators } from './onespan-cloud-authenticator-directory';
import { z } from 'zod';
import { offlineMessageSchema } from './offline-registrations';

/** A text that fits a field of the image. */
const text = (maximum: number) => z.string().min(1).max(maximum);

/** Lengths are documented; that an online activation also returns a `registrationID` is inferred (OneSpan §5.2). */
const registeredSchema = z.object({
  registrationID: text(40),
  activationPassword: text(40),
  serialNumber: z.string().regex(/^[A-Z0-9]{3}\d{7}$/),
});

const SCHEMAS = {
  onlineMDL: registeredSchema,
  // The activation password is activation message 1 (OneSpan §5.2).
  offlineMDL: registeredSchema.extend({ activationPassword: offlineMessageSchema }),
};

type ActivationType = keyof typeof SCHEMAS;

/** @property serialNumber of the licence */
type Registered = z.infer<typeof registeredSchema>;

/** How long an activation password is valid (OneSpan §5.4). */
const VALID_MS = 10 * MINUTE;

export type RegistrarPorts = {
  client: CloudClient;
  clock: Clock;
  /** Called with the refusal's details for the log, where the user learns less. */
  onRefusal: (refusal: GatewayError) => void;
};

/** @property lifetimeMs how long an image is shown; at most its password's lifetime */
export type RegistrarSettings = { domain: string; lifetimeMs: number };

/** @property activationPassword offline, activation message 1 (OneSpan §5.2) */
export type Registration = RegistrationAtGateway & { activationPassword: string; expiresAt: Date };

/** Registers users for activations of either type. */
export class Registrar {
  readonly #ports: RegistrarPorts;
  readonly #settings: RegistrarSettings;

  constructor(ports: RegistrarPorts, settings: RegistrarSettings) {
    this.#ports = ports;
    this.#settings = settings;
  }

  /** As `ActivationGateway.register`. */
  async register(
    { userId, domain }: UserKey,
    activationType: ActivationType,
  ): Promise<Result<Registration, RegisterRefusal>> {
    const { client } = this.#ports;
    // Taken before the call, so that the image is never shown longer than its password is valid.
    const expiresAt = this.expiresAt();
    const registered = await registerUser(client, userId, activationType, (failure) => this.#refusalOf(failure));
    if (!registered.ok) return registered;
    const { registrationID: registrationIdentifier, activationPassword, serialNumber } = registered.value;
    // No phone has the credentials yet, so these are the devices of before.
    const authenticators = await afterSending(() => listAuthenticators(client, { userId, domain }));
    if (!authenticators) throw this.#reported(elsewhere(this.#settings.domain));
    const baseline = JSON.stringify(captureBaseline(serialNumber, authenticators));
    if (baseline.length > MAXIMUM_BASELINE_LENGTH) throw new RangeError('a licence with too many devices');
    return accept({ userId, domain, registrationIdentifier, activationPassword, baseline, expiresAt });
  }

  /** Expiry of an image whose registration is made now. */
  expiresAt(): Date {
    return new Date(this.#ports.clock.now().getTime() + Math.min(this.#settings.lifetimeMs, VALID_MS));
  }

  /**
   * That an authenticator error means that none can be assigned is inferred: a registration needs one (OneSpan §5.4).
   */
  #refusalOf(failure: CloudFailure): RegisterRefusal {
    if (isLimitReached(failure)) return 'activation-limit-reached';
    if (!isRefusal(failure)) throw unforeseen(failure);
    this.#reported(unforeseen(failure));
    return classOf(failure) === 'authenticator' ? 'no-licence' : 'refused-by-gateway';
  }

  #reported(error: GatewayError): GatewayError {
    this.#ports.onRefusal(error);
    return error;
  }
}

/** The cloud registers in the tenant's domain, whatever is configured. */
function elsewhere(domain: string): GatewayError {
  const cause = new Error(`users: the registered user is not in the domain ${domain}, see ONESPAN_CLOUD_DOMAIN`);
  return new GatewayError('malformed-reply', 'final', { cause });
}

/**
 * `POST users/register` (OneSpan §5.1): starts an activation, and creates the user if there is none. The static
 * password is optional (OneSpan §5.4) and omitted, so that users keep theirs. The domain is omitted as in a public
 * client: the tenant's own applies.
 */
function registerUser<Refusal extends string>(
  client: CloudClient,
  userID: string,
  activationType: ActivationType,
  refusalOf: (failure: CloudFailure) => Refusal,
): Promise<Result<Registered, Refusal>> {
  const body = { objectType: 'RegisterUserInputEx', userID, activationType };
  const path = 'users/register';
  const call = { method: 'POST', path, name: path, body, isRepeatable: false } as const;
  return client.ask(call, SCHEMAS[activationType].transform(accept), (failure) => refuse(refusalOf(failure)));
}
