import { formatInstanceId } from '../../../shared/identifiers/instance-id';
import type { Owner } from '../../../gateways/embedded/engine/gateway-store';
import type { Licence } from '../../../gateways/embedded/engine/licence';
import { DAY, SECOND } from '../../../shared/time/duration';
import type { MemoryGatewayStore } from './memory-gateway-store';
import type { OneSpanOptions } from './onespan-options';

/** What the licences for phones are called here. */
export const LICENCE_TYPE = 'DAL10';

type Common = {
  serialNumber: string;
  /** Null if it is free. */
  owner: Owner | null;
  assignedAt: Date | null;
  createdAt: Date;
  modifiedAt: Date;
  /** Null when no grace period was set (OneSpan §4.4). */
  gracePeriodEndsAt: Date | null;
  /** From when it may be used, and until when; null for at once, and for ever (OneSpan §4.6). */
  startsAt: Date | null;
  expiresAt: Date | null;
  /** What was done with it, oldest first (OneSpan §4.9). */
  activity: Activity[];
};

/** @property description in the words of the published list of kinds; how the vendor's entries are worded is open */
export type Activity = { at: Date; category: 'Authentication' | 'Provisioning'; description: string };

export type LicenceRecord = Common & {
  kind: 'licence';
  maximumActivations: number;
  /** Includes registrations that were never finished (OneSpan §4.3, §4.4). */
  activationCount: number;
  lastActivationAt: Date | null;
};

export type InstanceRecord = Common & {
  kind: 'instance';
  licenceSerialNumber: string;
  /** Connection 4 was made. */
  isActivated: boolean;
  /** First by connection 4, then by each authentication (OneSpan §4.4). */
  lastAuthenticatedAt: Date | null;
  /** Its applications are expired for good. */
  isDeactivated: boolean;
};

export type DigipassRecord = LicenceRecord | InstanceRecord;

/** Licences and instances as the administration interface has them (OneSpan §4.3). */
export class DigipassRecords {
  readonly #records = new Map<string, DigipassRecord>();
  readonly #unassigned = new Map<string, Licence>();
  readonly #store: MemoryGatewayStore;
  readonly #now: () => Date;
  readonly #options: Pick<OneSpanOptions, 'gracePeriodDays' | 'activationDelaySeconds'>;

  constructor(
    store: MemoryGatewayStore,
    now: () => Date,
    options: Pick<OneSpanOptions, 'gracePeriodDays' | 'activationDelaySeconds'>,
  ) {
    this.#store = store;
    this.#now = now;
    this.#options = options;
  }

  /** Licences before their instances. */
  list(): DigipassRecord[] {
    return [...this.#records.values()].toSorted((left, right) => (left.serialNumber < right.serialNumber ? -1 : 1));
  }

  find(serialNumber: string): DigipassRecord | null {
    return this.#records.get(serialNumber) ?? null;
  }

  listOf({ userId, domain }: Owner): DigipassRecord[] {
    return this.list().filter(({ owner }) => owner?.userId === userId && owner.domain === domain);
  }

  licenceOf(owner: Owner): LicenceRecord | null {
    return this.listOf(owner).find((record) => record.kind === 'licence') ?? null;
  }

  /** The licence's counters move when the credentials are made, not when the phone has finished (OneSpan §4.4). */
  noteRegistration(owner: Owner): void {
    const licence = this.#licencesInUse().find(
      ({ userId, domain }) => userId === owner.userId && domain === owner.domain,
    );
    if (!licence) throw new TypeError('registered without a licence');
    const record = this.licenceOf(owner) ?? this.#addLicence(licence);
    record.activationCount += 1;
    record.lastActivationAt = this.#now();
    this.#note(record, 'Provisioning', 'Registering using multi-device licensing (MDL)');
  }

  /** Whether as many activations were begun as the licence allows. */
  isUsedUp({ maximumActivations, activationCount }: LicenceRecord): boolean {
    return maximumActivations > 0 && activationCount >= maximumActivations;
  }

  /** What an administrator's button "Reset Activation" does (OneSpan §4.3), which no command is known for. */
  resetActivations(licence: LicenceRecord): void {
    Object.assign(licence, { activationCount: 0, lastActivationAt: null, modifiedAt: this.#now() });
  }

  /** An instance is there from connection 3 on, whether it is finished or not; at connection 4 the grace period ends. */
  noteProgress(registrationIdentifier: string): void {
    const registration = this.#store.registrations.get(registrationIdentifier);
    if (registration?.state !== 'device-added' && registration?.state !== 'activated') return;
    const licence = this.#records.get(registration.serialNumber);
    if (licence?.kind !== 'licence') return;
    const serialNumber = formatInstanceId(registration.serialNumber, registration.sequenceNumber);
    if (registration.state === 'device-added') this.#addInstance(serialNumber, licence);
    else this.#finish(serialNumber);
  }

  #finish(instanceId: string): void {
    const instance = this.#records.get(instanceId);
    if (instance?.kind !== 'instance') return;
    this.#use(instance);
    instance.isActivated = true;
    this.#note(instance, 'Provisioning', 'Activating using multi-device licensing (MDL)');
  }

  /** The authenticator has authenticated its user. */
  noteAuthentication(instanceId: string): void {
    const instance = this.#records.get(instanceId);
    if (instance?.kind !== 'instance') return;
    this.#use(instance);
    this.#note(instance, 'Authentication', 'User authentication was successful');
  }

  /** Its first use, and connection 4, end the grace period (OneSpan §4.6). */
  #use(instance: InstanceRecord): void {
    const now = this.#now();
    instance.lastAuthenticatedAt = now;
    for (const record of [instance, this.#records.get(instance.licenceSerialNumber)]) {
      if (!record) continue;
      if (record.gracePeriodEndsAt && record.gracePeriodEndsAt > now) record.gracePeriodEndsAt = now;
      record.modifiedAt = now;
    }
  }

  #note({ activity }: DigipassRecord, category: Activity['category'], description: string): void {
    activity.push({ at: this.#now(), category, description });
  }

  /** Expires the applications of an instance. */
  async deactivate(record: InstanceRecord): Promise<void> {
    await this.#removeKeys(record);
    record.isDeactivated = true;
    record.modifiedAt = this.#now();
  }

  /** Deletes an instance, or a licence with its instances. */
  async delete(record: DigipassRecord): Promise<void> {
    if (record.kind === 'licence') await this.unassign(record);
    else await this.#removeKeys(record);
    this.#records.delete(record.serialNumber);
  }

  /** Takes a licence from its owner. That its instances go with it is inferred. */
  async unassign(licence: LicenceRecord): Promise<void> {
    for (const record of this.list()) {
      if (record.kind === 'instance' && record.licenceSerialNumber === licence.serialNumber) await this.delete(record);
    }
    const stored = this.#store.licences.get(licence.serialNumber);
    if (stored) this.#unassigned.set(licence.serialNumber, stored);
    this.#store.licences.delete(licence.serialNumber);
    const none = { owner: null, assignedAt: null, gracePeriodEndsAt: null, expiresAt: null };
    Object.assign(licence, { ...none, modifiedAt: this.#now() });
  }

  /** Assigns a free licence to a user without one. False if it is taken. */
  assign(licence: LicenceRecord, owner: Owner, gracePeriodDays: number | null): boolean {
    const stored = this.#unassigned.get(licence.serialNumber);
    if (!stored) return false;
    this.#unassigned.delete(licence.serialNumber);
    this.#store.licences.set(licence.serialNumber, { ...stored, ...owner });
    const days = gracePeriodDays ?? this.#options.gracePeriodDays;
    const gracePeriodEndsAt = days === null ? null : new Date(this.#now().getTime() + days * DAY);
    Object.assign(licence, { owner, assignedAt: this.#now(), gracePeriodEndsAt, modifiedAt: this.#now() });
    return true;
  }

  #licencesInUse(): Licence[] {
    return [...this.#store.licences.values()];
  }

  #addLicence({ serialNumber, userId, domain, activationLimit }: Licence): LicenceRecord {
    const record: LicenceRecord = {
      kind: 'licence',
      ...this.#newlyAssigned(serialNumber, { userId, domain }),
      maximumActivations: activationLimit,
      activationCount: 0,
      lastActivationAt: null,
    };
    this.#records.set(serialNumber, record);
    return record;
  }

  #addInstance(serialNumber: string, licence: LicenceRecord): void {
    const instance: InstanceRecord = {
      kind: 'instance',
      ...this.#newlyAssigned(serialNumber, licence.owner),
      licenceSerialNumber: licence.serialNumber,
      isActivated: false,
      lastAuthenticatedAt: null,
      isDeactivated: false,
      startsAt: licence.startsAt ?? this.#delayedStart(),
      expiresAt: licence.expiresAt,
    };
    this.#records.set(serialNumber, instance);
    this.#note(instance, 'Provisioning', 'Adding a device using multi-device licensing (MDL)');
  }

  /** By the policy's delayed activation period. */
  #delayedStart(): Date | null {
    const { activationDelaySeconds: delay } = this.#options;
    return delay === 0 ? null : new Date(this.#now().getTime() + delay * SECOND);
  }

  /** Whether it has started and not ended: one that has not authenticates nobody (OneSpan §4.6). */
  isUsable(serialNumber: string): boolean {
    const record = this.#records.get(serialNumber);
    if (!record) return false;
    const now = this.#now();
    return (record.startsAt === null || record.startsAt <= now) && !this.isExpired(record);
  }

  isExpired({ expiresAt }: DigipassRecord): boolean {
    return expiresAt !== null && expiresAt <= this.#now();
  }

  #newlyAssigned(serialNumber: string, owner: Owner | null): Common {
    const now = this.#now();
    const days = this.#options.gracePeriodDays;
    const gracePeriodEndsAt = days === null ? null : new Date(now.getTime() + days * DAY);
    return {
      serialNumber,
      owner,
      assignedAt: now,
      createdAt: now,
      modifiedAt: now,
      gracePeriodEndsAt,
      startsAt: null,
      expiresAt: null,
      activity: [],
    };
  }

  async #removeKeys({ serialNumber, licenceSerialNumber }: InstanceRecord): Promise<void> {
    const sequenceNumber = Number(serialNumber.slice(licenceSerialNumber.length + 1));
    await this.#store.removeInstance({ serialNumber: licenceSerialNumber, sequenceNumber });
  }
}
