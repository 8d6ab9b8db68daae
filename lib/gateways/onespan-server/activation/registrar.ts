import type { UserKey } from '../../../shared/identifiers/user-key';
import { MAXIMUM_BASELINE_LENGTH, type RegisterRefusal } from '../../../activation/activation-gateway';
import { beforeSending, type GatewayError } from '../../../activation/gateway-error';
import type { Clock } from '../../../shared/time/clock';
import { type Random, randomText } from '../../../shared/random';
import { accept, refuse, type Result } from '../../../shared/result';
import type { Administration } from '../administration/administration';
import { captureBaseline } from './baseline';
import { findRecordsOf, type DigipassRecord } from '../administration/digipass-record';
import { isAuthenticationRefusal, isNotFound, isRefusal, unforeseen, type Answer, type Status } from '../soap/outcome';
import { isXmlText } from '../soap/xml-text';
import { hasRoomFor } from '../../../devices/read-limits';
import { instancesIn, isUsedUp, licencesIn } from '../devices/licences-in';
import type { TypeLimits } from '../devices/type-limits';

/** Without ambiguous characters, although nobody reads it. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** 139 bits; the suffix is for servers that require a symbol. */
const LENGTH = 24;

const ENDING = '-Aa1';

export type RegistrarPorts = {
  administration: Administration;
  clock: Clock;
  random: Random;
  /** Called with the server's reply for the log, where the user learns less. */
  onRefusal: (refusal: GatewayError) => void;
  /** Told of a refusal that a limit on a type explains. */
  typeLimits: Pick<TypeLimits, 'limitsFor' | 'learn'>;
};

export type RegistrarSettings = {
  componentType: string;
  /** How long an image is shown. The server keeps a registration for 600 s unless set otherwise (OneSpan §7.4). */
  lifetimeMs: number;
  /** Whether an invited user's static password is replaced, so that they can be registered without it. */
  resetsPasswords: boolean;
};

/** A registering command of the server. */
export type RegisterCommand<Registered> = {
  /** For logs. */
  name: string;
  call: (request: {
    componentType: string;
    user: UserKey;
    staticPassword: string;
    /** Of a licence; null lets the server choose. */
    serialNumber: string | null;
  }) => Promise<Answer<Registered>>;
};

/** Registers users for activations of either type, with their credential, or without it when invited. */
export class Registrar {
  readonly #ports: RegistrarPorts;
  readonly #settings: RegistrarSettings;

  constructor(ports: RegistrarPorts, settings: RegistrarSettings) {
    this.#ports = ports;
    this.#settings = settings;
  }

  /** As `ActivationGateway.register`. */
  async register<Registered>(
    user: UserKey,
    credential: string | null,
    command: RegisterCommand<Registered>,
  ): Promise<Result<Registered & { baseline: string; expiresAt: Date }, RegisterRefusal>> {
    if (credential === null && !this.#settings.resetsPasswords)
      throw new TypeError('the server registers with a credential');
    // A password that no request can contain is wrong.
    if (credential !== null && (credential === '' || !isXmlText(credential))) return refuse('credential-refused');
    const records = await beforeSending(() => findRecordsOf(this.#ports.administration, user));
    const answer = await this.#call(user, credential, command, licenceToName(records));
    if (!answer) return refuse('refused-by-gateway');
    if (!answer.value) return refuse(await this.#judge(command.name, answer.status, user, records, credential));
    return accept({ ...answer.value, baseline: writeBaseline(records), expiresAt: this.expiresAt() });
  }

  /** Expiry of an image whose registration is made now. */
  expiresAt(): Date {
    return new Date(this.#ports.clock.now().getTime() + this.#settings.lifetimeMs);
  }

  /** Every command authenticates the user, whoever calls it (OneSpan §4.2). @returns null when there is no such user */
  async #call<Registered>(
    user: UserKey,
    credential: string | null,
    command: RegisterCommand<Registered>,
    serialNumber: string | null,
  ): Promise<Answer<Registered> | null> {
    const { administration, random, onRefusal } = this.#ports;
    const { componentType } = this.#settings;
    const call = (staticPassword: string) => command.call({ componentType, user, staticPassword, serialNumber });
    if (credential !== null) return call(credential);
    return withTemporaryPassword(administration, random, user, call, onRefusal);
  }

  /** No status is documented for a used-up or missing licence; the user's records show it (inferred). */
  async #judge(
    command: string,
    status: Status,
    user: UserKey,
    records: DigipassRecord[],
    credential: string | null,
  ): Promise<RegisterRefusal> {
    const refusal = unforeseen(command, status);
    if (isAuthenticationRefusal(status) && credential !== null) return 'credential-refused';
    if (!isRefusal(status)) throw refusal;
    this.#ports.onRefusal(refusal);
    const licences = licencesIn(records);
    if (licences.length > 0 && licences.every((licence) => isUsedUp(licence, records)))
      return 'activation-limit-reached';
    if (await this.#isAboutTypes(status, user, records)) return 'activation-limit-reached';
    if (licences.length === 0 && (isNotFound(status) || isUnavailable(status))) return 'no-licence';
    return 'refused-by-gateway';
  }

  /** No status is published for it: that its name says "limit" is inferred. */
  async #isAboutTypes(status: Status, user: UserKey, records: DigipassRecord[]): Promise<boolean> {
    const { typeLimits } = this.#ports;
    if (instancesIn(records).length === 0) return false;
    if (/LIMIT/.test(status.name)) typeLimits.learn(user, records);
    const limits = await typeLimits.limitsFor(user, records);
    return limits?.ofKind === true && !hasRoomFor(limits);
  }
}

/** Seen in a public client's tests, for assigning (inferred for registering). */
function isUnavailable({ name }: Status): boolean {
  return name === 'STAT_DIGIPASS_NOT_AVAILABLE';
}

/** The command needs a serial number when the user has more than one authenticator (OneSpan §4.2). */
function licenceToName(records: DigipassRecord[]): string | null {
  const authenticators = records.filter(({ instanceOf }) => instanceOf === null);
  if (authenticators.length < 2) return null;
  const licences = licencesIn(records);
  return (licences.find((licence) => !isUsedUp(licence, records)) ?? licences[0])?.serialNumber ?? null;
}

/** @throws RangeError for a user with hundreds of devices */
function writeBaseline(records: DigipassRecord[]): string {
  const baseline = JSON.stringify(captureBaseline(records));
  if (baseline.length > MAXIMUM_BASELINE_LENGTH) throw new RangeError('a user with too many devices');
  return baseline;
}

/**
 * Sets a static password for one call, because a registration needs one (OneSpan §4.2, helpdesk caveat), and removes it
 * again: the user's own static password is lost (OneSpan §4.3).
 * @param onFailure called when it could not be removed; nobody knows it then
 * @returns null when there is no such account
 */
async function withTemporaryPassword<Value>(
  administration: Administration,
  random: Random,
  { userId, domain }: UserKey,
  act: (password: string) => Promise<Value>,
  onFailure: (failure: GatewayError) => void,
): Promise<Value | null> {
  const user = { USERFLD_USERID: userId, USERFLD_DOMAIN: domain };
  const password = randomText(random, ALPHABET, LENGTH) + ENDING;
  const passwords = { USERFLD_NEW_PASSWORD: password, USERFLD_CONFIRM_NEW_PASSWORD: password };
  const isSet = await beforeSending(() =>
    administration.execute('userExecute', 'USERCMD_SET_PASSWORD', { ...user, ...passwords }),
  );
  if (!isSet) return null;
  try {
    return await act(password);
  } finally {
    await administration.execute('userExecute', 'USERCMD_RESET_PASSWORD', user).catch(onFailure);
  }
}
