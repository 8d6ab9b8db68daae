import type { UserKey } from '../../shared/identifiers/user-key';
import type { PhoneNumber } from '../../shared/phone-number';
import { haveChangedLately } from './known-addresses';

/** @property recordedAt null for contacts from the account's creation, or from another directory */
type Recorded = { recordedAt: Date | null };

/** @property recordedBy a user ID; null if another directory keeps it */
export type RecordedNumber = Recorded & { number: PhoneNumber; recordedBy: string | null };

/** How the helpdesk checks a caller besides their devices. @property manager null if none is on record */
export type Contacts = { phoneNumbers: readonly RecordedNumber[]; manager: (Recorded & { userId: string }) | null };

export const NO_CONTACTS: Contacts = { phoneNumbers: [], manager: null };

/** Per user. */
export const MOST_PHONE_NUMBERS = 5;

/** PORT: users' contacts on record. In a gateway's directory it throws `GatewayError` if the gateway fails. */
export interface ContactRecords {
  /** `NO_CONTACTS` for an unknown user. */
  contactsOf(user: UserKey): Promise<Contacts>;
}

/**
 * Whether a number or a manager counts for a caller check. As with addresses, a new one has to wait until the user has
 * had the time to read about it and to object.
 */
export function isLongOnRecord({ recordedAt }: Recorded, now: Date): boolean {
  return !haveChangedLately(recordedAt, now);
}
