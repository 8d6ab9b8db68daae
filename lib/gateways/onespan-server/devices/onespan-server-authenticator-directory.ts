import { beforeSending } from '../../../activation/gateway-error';
import type { UserKey } from '../../../shared/identifiers/user-key';
import type { Clock } from '../../../shared/time/clock';
import { delayOf, lockOutAhead } from './delay-of';
import type {
  ExpiredDevice,
  AuthenticatorDirectory,
  OneTimePasswordVerdict,
  ActivationLimits,
  AuthenticatorInstance,
  DirectoryCapabilities,
  HardwareCapabilities,
  Holdings,
} from '../../../devices/authenticator-directory';
import { parseInstanceId } from '../../../shared/identifiers/instance-id';
import { accept, refuse, type Result } from '../../../shared/result';
import type { Administration } from '../administration/administration';
import { findRecordsOf, isSerialNumber, viewRecord, type DigipassRecord } from '../administration/digipass-record';
import { instancesIn } from './licences-in';
import { othersIn } from './others-in';
import type { TypeLimits } from './type-limits';
import { viewUser } from '../administration/user-record';
import { isXmlText } from '../soap/xml-text';

/** Applications of a device that are tried with a one-time password. */
const MAXIMUM_APPLICATIONS = 3;

/**
 * The devices of OneSpan Authentication Server (OneSpan §4.3). A device whose activation is unfinished is listed as
 * well: it cannot be told from an unused one. All devices of a locked account count as locked, because the server locks
 * accounts; unlocking resets the device's error counts, and leaves the account to the server.
 */
export class OneSpanServerAuthenticatorDirectory implements AuthenticatorDirectory {
  readonly capabilities: DirectoryCapabilities = {
    findOwner: true,
    rename: 'not-documented',
    lock: 'not-documented',
    unlock: true,
    remove: true,
    testOneTimePassword: true,
    limits: true,
  };
  readonly hardware: HardwareCapabilities;
  readonly #administration: Administration;
  readonly #clock: Clock;
  readonly #typeLimits: TypeLimits;
  readonly #virtualTypes: readonly string[];

  /** @param virtualTypes see `othersIn` */
  constructor(
    administration: Administration,
    clock: Clock,
    typeLimits: TypeLimits,
    { virtualTypes, hardware }: { virtualTypes: readonly string[]; hardware: HardwareCapabilities },
  ) {
    this.#administration = administration;
    this.#clock = clock;
    this.#typeLimits = typeLimits;
    this.#virtualTypes = virtualTypes;
    this.hardware = hardware;
  }

  async list(owner: UserKey): Promise<AuthenticatorInstance[]> {
    const records = await findRecordsOf(this.#administration, owner);
    return instancesIn(records).length === 0 ? [] : this.#instances(records, await this.#stateOf(owner));
  }

  async holdings(owner: UserKey): Promise<Holdings> {
    const records = await findRecordsOf(this.#administration, owner);
    const limits = await this.#typeLimits.limitsFor(owner, records);
    if (records.length === 0) return { instances: [], others: [], expired: [], limits };
    const state = await this.#stateOf(owner);
    const others = othersIn(records, this.#virtualTypes, state);
    const lockedOutUntil = lockOutAhead(records, this.#clock.now());
    return {
      instances: this.#instances(records, state),
      others,
      expired: this.#expired(records),
      limits,
      ...(lockedOutUntil && { lockedOutUntil }),
    };
  }

  async limits(owner: UserKey): Promise<ActivationLimits | null> {
    return this.#typeLimits.limitsFor(owner, await findRecordsOf(this.#administration, owner));
  }

  async #stateOf(owner: UserKey): Promise<AuthenticatorInstance['state']> {
    return (await viewUser(this.#administration, owner))?.isLocked ? 'locked' : 'active';
  }

  #instances(records: DigipassRecord[], state: AuthenticatorInstance['state']): AuthenticatorInstance[] {
    const now = this.#clock.now();
    return instancesIn(records)
      .toSorted(byAge)
      .map((instance) => Object.assign(toInstance(instance, state), delayOf(instance, records, now)));
  }

  /** Whoever deactivates a device sets no date, so that one with a date has expired by it (inferred, OneSpan §4.6). */
  #expired(records: DigipassRecord[]): ExpiredDevice[] {
    const now = this.#clock.now();
    return records
      .flatMap(({ serialNumber, instanceOf, expiresAt }) =>
        instanceOf && expiresAt && expiresAt <= now
          ? [{ instanceId: serialNumber, name: serialNumber, expiredAt: expiresAt }]
          : [],
      )
      .toSorted((left, right) => right.expiredAt.getTime() - left.expiredAt.getTime());
  }

  async usableFrom(instanceId: string): Promise<Date | null> {
    const startsAt = (await this.#find(instanceId))?.startsAt ?? null;
    return startsAt !== null && startsAt > this.#clock.now() ? startsAt : null;
  }

  async lockedOutUntil(owner: UserKey): Promise<Date | null> {
    return lockOutAhead(await findRecordsOf(this.#administration, owner), this.#clock.now());
  }

  async findOwner(serialNumber: string): Promise<UserKey | null> {
    if (!isSerialNumber(serialNumber)) return null;
    return (await viewRecord(this.#administration, serialNumber))?.owner ?? null;
  }

  rename(): Promise<never> {
    return isOff();
  }

  lock(): Promise<never> {
    return isOff();
  }

  /** Lifts no lock of the account: an administrator may have set it against this very person. */
  async unlock(instanceId: string): Promise<Result<null, 'held' | 'not-found'>> {
    const instance = await beforeSending(() => this.#find(instanceId));
    const owner = instance?.owner;
    if (!owner) return refuse('not-found');
    if ((await beforeSending(() => viewUser(this.#administration, owner)))?.isLocked) return refuse('held');
    // One after the other: none is under way any more when another one has failed.
    for (const name of instance.applications) await this.#resetErrors(instanceId, name);
    return accept(null);
  }

  async remove(instanceId: string): Promise<Result<null, 'not-found'>> {
    const isThere = parseInstanceId(instanceId) && (await beforeSending(() => this.#find(instanceId)));
    if (!isThere) return refuse('not-found');
    const fields = { DIGIPASSFLD_SERNO: instanceId };
    // Gone meanwhile is removed: the command may have been repeated.
    await this.#administration.execute('digipassExecute', 'DIGIPASSCMD_DEACTIVATE', fields);
    return accept(null);
  }

  /**
   * Which of a device's applications generates one-time passwords is undocumented, so each is tried. Result code "0"
   * means valid; reasons for others are not given.
   */
  async testOneTimePassword(instanceId: string, oneTimePassword: string): Promise<OneTimePasswordVerdict> {
    const instance = await beforeSending(() => this.#find(instanceId));
    if (!instance) return { ok: false, refusal: { code: 'not-found' } };
    if (isXmlText(oneTimePassword)) {
      for (const name of instance.applications.slice(0, MAXIMUM_APPLICATIONS)) {
        const tested = await this.#administration.execute('digipassapplExecute', 'DIGIPASSAPPLCMD_TEST_OTP', {
          DIGIPASSAPPLFLD_SERNO: instanceId,
          DIGIPASSAPPLFLD_APPL_NAME: name,
          DIGIPASSAPPLFLD_RESPONSE: oneTimePassword,
        });
        if (tested?.['DIGIPASSAPPLFLD_RESULT_CODE'] === '0') return { ok: true, driftSeconds: null };
      }
    }
    return { ok: false, refusal: { code: 'wrong-password' } };
  }

  /** A usable device, or a hardware one; null when there is none. */
  async #find(instanceId: string): Promise<DigipassRecord | null> {
    const isOne = parseInstanceId(instanceId) !== null || isSerialNumber(instanceId);
    const record = isOne ? await viewRecord(this.#administration, instanceId) : null;
    return record?.isExpired === false ? record : null;
  }

  async #resetErrors(instanceId: string, applicationName: string): Promise<void> {
    await this.#administration.execute('digipassapplExecute', 'DIGIPASSAPPLCMD_RESET_ERROR_COUNT', {
      DIGIPASSAPPLFLD_SERNO: instanceId,
      DIGIPASSAPPLFLD_APPL_NAME: applicationName,
    });
  }
}

function toInstance(
  { serialNumber, instanceOf, createdAt }: DigipassRecord,
  state: AuthenticatorInstance['state'],
): AuthenticatorInstance {
  const instance = {
    instanceId: serialNumber,
    serialNumber: instanceOf?.serialNumber ?? serialNumber,
    // The field name of an instance's description is undocumented.
    name: serialNumber,
    state,
  };
  // Connection 3 creates the record (OneSpan §2.2).
  return createdAt ? { ...instance, activatedAt: createdAt } : instance;
}

/** Newest first. */
function byAge(left: DigipassRecord, right: DigipassRecord): number {
  const age = (right.createdAt?.getTime() ?? 0) - (left.createdAt?.getTime() ?? 0);
  return age || (right.instanceOf?.sequenceNumber ?? 0) - (left.instanceOf?.sequenceNumber ?? 0);
}

async function isOff(): Promise<never> {
  throw new TypeError('no public documentation of the server describes this call');
}
