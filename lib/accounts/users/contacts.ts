import type { UserKey } from '../../shared/identifiers/user-key';
import type { PhoneNumber } from '../../shared/phone-number';
import { haveChangedLately } from './known-addresses';

/** @property recordedAt null for what the account was created with, and for what another directory keeps */
type Recorded = { recordedAt: Date | null };

/** @property recordedBy a user ID; null if another directory keeps it */
export type RecordedNumber = Recorded & { number: PhoneNumber; recordedBy: string | null };

/** How the helpdesk makes sure of a caller besides their devices. @property manager null for none on record */
export type Contacts = { phoneNumbers: readonly RecordedNumber[]; manager: (Recorded & { userId: string }) | null };

export const NO_CONTACTS: Contacts = { phoneNumbers: [], manager: null };

/** Of one user. */
export const MOST_PHONE_NUMBERS = 5;

/** PORT: what is on record of users. In a gateway's directory it throws `GatewayError` if the gateway fails. */
export interface ContactRecords {
  /** `NO_CONTACTS` for an unknown user. */
  contactsOf(user: UserKey): Promise<Contacts>;
}

/**
 * Whether a number or a manager counts for the check of a caller. As with addresses, whoever puts their own in has to wait
 * until its user has had the time to read of it and to object.
 */
export function isLongOnRecord({ recordedAt }: Recorded, now: Date): boolean {
  return !haveChangedLately(recordedAt, now);
}
