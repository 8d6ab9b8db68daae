import type { UserKey } from '../../shared/identifiers/user-key';
import { DAY } from '../../shared/time/duration';
import type { User } from './user';

/**
 * How long a mailbox must have been an account's before what is mailed to it proves anything about its user. A thief in a
 * session, or one administrator alone, could put their own address in; the old ones are told at once, and whoever reads
 * that has a week to object. Until then a helpdesk invitation helps, which takes a caller check.
 */
const KNOWN_AFTER_MS = 7 * DAY;

/** PORT: when users' mail addresses changed. */
export interface AddressChanges {
  /** When mail addresses were last added or removed; null for never, and for an unknown user. */
  lastAddressChange(user: UserKey): Promise<Date | null>;
}

/** Whether mail addresses changed so lately that the user may not have heard of it. @param changedAt null for never */
export function haveChangedLately(changedAt: Date | null, now: Date): boolean {
  return changedAt !== null && now.getTime() - changedAt.getTime() < KNOWN_AFTER_MS;
}

/** Whether a user has mail addresses, all of them for long enough. Those that an account was created with count at once. */
export function hasKnownAddresses(
  { user, addressesChangedAt }: { user: User; addressesChangedAt: Date | null },
  now: Date,
): boolean {
  return user.mailAddresses.length > 0 && !haveChangedLately(addressesChangedAt, now);
}
