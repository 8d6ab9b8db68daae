import { GatewayError } from '../../../activation/gateway-error';
import { DAY } from '../../../shared/time/duration';
import type { SelfRegistrationPorts } from './self-registration';

/** By then no code counts any more, and no call of the gateway is under way. */
const KEPT_MS = DAY;

/**
 * Deletes the registrations of more than a day ago that bar nobody, and those that bar a name whose account never came: whoever
 * is given an account of that name later signs in by password. A bar of somebody who has an account stays.
 */
export async function purgeRegistrations({
  registrations,
  users,
  clock,
}: Pick<SelfRegistrationPorts, 'registrations' | 'users' | 'clock'>): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT_MS);
  await registrations.deleteStartedBefore(before);
  // Accounts of this site say nothing of those at the server, which may be another setting's.
  if (users.addsUsers) return;
  try {
    for (const user of await registrations.listBarredBefore(before))
      if (!(await users.find(user.userId, user.domain))) await registrations.liftStartedBefore(before, user);
  } catch (error) {
    // The next round goes on.
    if (!(error instanceof GatewayError)) throw error;
  }
}
