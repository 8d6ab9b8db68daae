import { ownContext } from '../../audit/audit-context';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import { isTimeZone } from '../../shared/time/time-zone';
import type { AccountPorts } from '../account-ports';
import type { SignedIn } from '../sessions/session';

/** Takes the zone of the browser in which somebody without a zone first comes in. */
export async function adoptTimeZone(
  ports: Pick<AccountPorts, 'users' | 'audit'>,
  signedIn: Pick<SignedIn, 'user'>,
  timeZone: string,
  origin: RequestOrigin,
): Promise<void> {
  if (signedIn.user.timeZone === null && ports.users.keepsTimeZones)
    await chooseTimeZone(ports, signedIn, timeZone, origin);
}

/**
 * Sets the time zone of a user's own mails and letters.
 * @param timeZone an IANA name; null for the site's
 * @throws RangeError if it is no time zone
 */
export async function chooseTimeZone(
  { users, audit }: Pick<AccountPorts, 'users' | 'audit'>,
  { user }: Pick<SignedIn, 'user'>,
  timeZone: string | null,
  origin: RequestOrigin,
): Promise<Result<null, 'time-zone-not-kept'>> {
  if (timeZone !== null && !isTimeZone(timeZone)) throw new RangeError('not a time zone');
  if (!users.keepsTimeZones) return refuse('time-zone-not-kept');
  await users.keepsTimeZones.setTimeZone(user, timeZone);
  await audit.append({ type: 'time-zone-changed', timeZone, ...ownContext(user, origin) });
  return accept(null);
}
