import type { AuthenticatorInstance } from '../../../devices/authenticator-directory';
import type { DigipassRecord } from '../administration/digipass-record';
import { instancesIn } from '../activation/registrar';

/**
 * What a start time in the future does to a device (OneSpan §4.6): until then it neither signs in nor vouches. Its
 * activation has ended the grace period, in which a password would have done; whether the policy takes one after it is not
 * known here.
 * @param records of the same person
 */
export function delayOf(
  instance: DigipassRecord,
  records: readonly DigipassRecord[],
  now: Date,
): Pick<AuthenticatorInstance, 'usableFrom' | 'trustedFrom' | 'leavesNoWayIn'> {
  const { startsAt: usableFrom, instanceOf } = instance;
  if (usableFrom === null || usableFrom <= now) return {};
  const licence = records.find(({ serialNumber }) => serialNumber === instanceOf?.serialNumber);
  const isGraceOver = instance.isGracePeriodOver || licence?.isGracePeriodOver === true;
  const others = instancesIn(records).filter(({ startsAt }) => startsAt === null || startsAt <= now);
  const delay = { usableFrom, trustedFrom: usableFrom };
  return isGraceOver && others.length === 0 ? { ...delay, leavesNoWayIn: true } : delay;
}
