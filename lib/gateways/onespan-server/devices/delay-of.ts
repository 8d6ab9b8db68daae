import type { AuthenticatorInstance } from '../../../devices/authenticator-directory';
import type { DigipassRecord } from '../administration/digipass-record';
import { instancesIn } from './licences-in';

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

/**
 * When a device that is activated now starts to work, where that ends the grace period in which its person's password
 * does, and no other device of theirs works; null where it does not (OneSpan §4.6). A delay that the policy adds to the
 * licence's start is not known before the activation.
 */
export function lockOutAhead(records: readonly DigipassRecord[], now: Date): Date | null {
  const worksNow = ({ startsAt }: DigipassRecord) => startsAt === null || startsAt <= now;
  if (instancesIn(records).some(worksNow)) return null;
  return records.find((record) => !worksNow(record) && isGraceRunning(record, now))?.startsAt ?? null;
}

/** Of a licence. An activation ends its grace period. */
export function isGraceRunning(
  { instanceOf, gracePeriodEndsAt, isGracePeriodOver }: DigipassRecord,
  now: Date,
): boolean {
  return instanceOf === null && !isGracePeriodOver && gracePeriodEndsAt !== null && gracePeriodEndsAt > now;
}
