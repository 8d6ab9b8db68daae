import { DAY } from '../shared/time/duration';
import type { Account } from './account-store';

/**
 * How long a mailbox must have been an account's before what is mailed to it proves anything about its user. A thief in a
 * session, or one administrator alone, could put their own address in; the old ones are told at once, and whoever reads
 * that has a week to object. Until then a helpdesk invitation helps, which takes a caller check.
 */
const KNOWN_AFTER_MS = 7 * DAY;

/** Whether a user has mail addresses, all of them for long enough. Those that an account was created with count at once. */
export function hasKnownAddresses({ user, addressesChangedAt }: Account, now: Date): boolean {
  if (user.mailAddresses.length === 0) return false;
  return addressesChangedAt === null || now.getTime() - addressesChangedAt.getTime() >= KNOWN_AFTER_MS;
}
