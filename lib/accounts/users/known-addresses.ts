import type { UserKey } from '../../shared/identifiers/user-key';
import { DAY } from '../../shared/time/duration';
import type { User } from './user';

/**
 * How long a mail address must have belonged to an account before a code mailed to it proves the user's identity. A
 * thief in a session, or a single administrator, could add their own address; the old addresses are notified at once,
 * which leaves the user a week to object. Until then a helpdesk invitation helps, which takes a caller check.
 */
const KNOWN_AFTER_MS = 7 * DAY;

/** PORT: when users' mail addresses changed. */
export interface AddressChanges {
  /** When mail addresses were last added or removed; null for never, and for an unknown user. */
  lastAddressChange(user: UserKey): Promise<Date | null>;
}

/** Whether mail addresses changed so recently that the user may not know. @param changedAt null for never */
export function haveChangedLately(changedAt: Date | null, now: Date): boolean {
  return changedAt !== null && now.getTime() - changedAt.getTime() < KNOWN_AFTER_MS;
}

/** Whether a user has mail addresses, all of them for long enough. Those from the account's creation count at once. */
export function hasKnownAddresses(
  { user, addressesChangedAt }: { user: User; addressesChangedAt: Date | null },
  now: Date,
): boolean {
  return user.mailAddresses.length > 0 && !haveChangedLately(addressesChangedAt, now);
}
