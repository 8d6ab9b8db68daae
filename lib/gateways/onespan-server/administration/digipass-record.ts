import type { UserKey } from '../../../shared/identifiers/user-key';
import { parseInstanceId } from '../../../shared/identifiers/instance-id';
import type { Administration, DigipassFieldNames } from './administration';
import type { Fields } from '../soap/outcome';
import { isXmlText } from '../soap/xml-text';

/** A licence, a device instance, or an authenticator of another kind (OneSpan §4.3, §7.5). */
export type DigipassRecord = {
  serialNumber: string;
  /** What the server calls its model; empty where it does not say. */
  type: string;
  /** Null when unassigned. */
  owner: UserKey | null;
  /** For a device instance, its licence's serial number and its sequence number; null otherwise. */
  instanceOf: { serialNumber: string; sequenceNumber: number } | null;
  /** Set for multi-device licences. 0 for no limit. */
  maximumActivations: number | null;
  /** Includes activations that were started and never finished. */
  activationCount: number;
  /** No longer usable. */
  isExpired: boolean;
  applications: string[];
  /** Of these, in the same order. That a record has what one can search by is inferred (OneSpan §4.3). */
  applicationTypes: string[];
  createdAt: Date | null;
  assignedAt: Date | null;
  /** Null when there is none. */
  gracePeriodEndsAt: Date | null;
  isGracePeriodOver: boolean;
  /** Null for never, and where the server does not say. */
  lastAuthenticatedAt: Date | null;
  /** When it may first be used; null for at once, and where the server does not say (OneSpan §4.6). */
  startsAt: Date | null;
  /** Null for never, and where the server does not say. */
  expiresAt: Date | null;
};

/** `VDS1000042`, of a licence or a single-device authenticator. */
export function isSerialNumber(text: string): boolean {
  return /^[A-Z0-9]{3}\d{7}$/.test(text);
}

export function toDigipassRecord(fields: Fields, names: DigipassFieldNames): DigipassRecord {
  const serialNumber = fields['DIGIPASSFLD_SERNO'] ?? '';
  const userId = fields['DIGIPASSFLD_ASSIGNED_USERID'] ?? '';
  return {
    serialNumber,
    type: fields['DIGIPASSFLD_DPTYPE'] ?? '',
    owner: userId === '' ? null : { userId, domain: fields['DIGIPASSFLD_DOMAIN'] ?? '' },
    instanceOf: parseInstanceId(serialNumber),
    maximumActivations: wholeNumber(fields['DIGIPASSFLD_MAX_ACTIVATIONS']),
    activationCount: wholeNumber(fields['DIGIPASSFLD_ACTIV_COUNT']) ?? 0,
    isExpired: fields['DIGIPASSFLD_EXPIRED'] === 'true',
    applications: list(fields['DIGIPASSFLD_ACTIVE_APPL_NAMES']),
    applicationTypes: list(fields['DIGIPASSFLD_ACTIVE_APPL_TYPES']),
    createdAt: time(fields['DIGIPASSFLD_CREATE_TIME']),
    assignedAt: time(fields['DIGIPASSFLD_ASSIGNED_DATE']),
    gracePeriodEndsAt: time(fields['DIGIPASSFLD_GRACE_PERIOD_EXPIRES']),
    isGracePeriodOver: fields['DIGIPASSFLD_GRACE_PERIOD_EXPIRED'] === 'true',
    lastAuthenticatedAt: time(fields[names.lastAuthentication]),
    startsAt: time(fields[names.start]),
    expiresAt: time(fields[names.expiry]),
  };
}

/** A user's records. That a search by assigned user includes instances is documented (OneSpan §4.4). */
export async function findRecordsOf(administration: Administration, owner: UserKey): Promise<DigipassRecord[]> {
  if (owner.userId === '' || !isXmlText(owner.userId) || !isXmlText(owner.domain)) return [];
  const rows = await administration.query('digipassQuery', {
    DIGIPASSFLD_ASSIGNED_USERID: owner.userId,
    DIGIPASSFLD_DOMAIN: owner.domain,
  });
  return rows
    .map((fields) => toDigipassRecord(fields, administration.fieldNames))
    .filter((record) => record.owner !== null && isSameUser(record.owner, owner));
}

/** @returns null when there is no such record */
export async function viewRecord(administration: Administration, serialNumber: string): Promise<DigipassRecord | null> {
  const fields = await administration.execute('digipassExecute', 'DIGIPASSCMD_VIEW', {
    DIGIPASSFLD_SERNO: serialNumber,
  });
  return fields && toDigipassRecord(fields, administration.fieldNames);
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function list(text = ''): string[] {
  return text.split(',').flatMap((name) => name.trim() || []);
}

function time(text: string | undefined): Date | null {
  const at = new Date(text ?? '');
  return Number.isNaN(at.getTime()) ? null : at;
}

/** Ignores case as the server does (inferred; tests of public clients rely on it). */
export function isSameUser(left: UserKey, right: UserKey): boolean {
  const [one, other] = [left, right].map(({ userId, domain }) => JSON.stringify([userId, domain]).toLowerCase());
  return one === other;
}
