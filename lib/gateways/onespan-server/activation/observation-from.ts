import type { Observation } from '../../../activation/activation-gateway';
import { MINUTE } from '../../../shared/time/duration';
import type { Baseline } from './baseline';
import type { DigipassRecord } from '../administration/digipass-record';

/** The user's time for a PIN and a test login once their device is known, in milliseconds. */
const CONFIRM_WITHIN_MS = 15 * MINUTE;

const NOTHING: Observation = {
  state: 'issued',
  reached: {},
  expiresAt: null,
  instanceId: null,
  mosaic: null,
  reason: null,
};

/**
 * What a user's records show of an activation (OneSpan §4.4). A new instance exists from connection 3 on, whether its
 * user finishes or not. That it works is told by the time of its last authentication, which connection 4 sets first, or
 * inferred: its grace period, or its licence's, has ended since, as it does with connection 4 and with a first login.
 * Where neither can be read, the activation stays `linked` until a test login.
 * @param isTold whether the server tells the time of the last authentication, so that nothing is inferred
 */
export function observationFrom(
  baseline: Baseline | null,
  records: DigipassRecord[],
  now: Date,
  isTold = false,
): Observation {
  const fresh = records
    .filter(({ serialNumber, instanceOf, isExpired }) => instanceOf && !isExpired && isNew(serialNumber, baseline))
    .toSorted((left, right) => (right.createdAt?.getTime() ?? 0) - (left.createdAt?.getTime() ?? 0));
  const used =
    fresh.find(({ lastAuthenticatedAt }) => lastAuthenticatedAt !== null) ??
    (isTold ? undefined : fresh.find((instance) => isUsed(instance, baseline, records, now)));
  const instance = used ?? fresh[0];
  if (!instance) return NOTHING;
  const { serialNumber: instanceId, createdAt, gracePeriodEndsAt, lastAuthenticatedAt } = instance;
  const linked = createdAt ?? now;
  if (!used) return linkedTo(instanceId, linked, now);
  const active = [lastAuthenticatedAt, gracePeriodEndsAt].find((at) => at && at >= linked && at <= now) ?? now;
  return { ...NOTHING, state: 'active', reached: { linked, active }, instanceId };
}

/** A device that is there, and has not been seen to work. @param linked since when */
export function linkedTo(instanceId: string, linked: Date, now: Date): Observation {
  const expiresAt = new Date(now.getTime() + CONFIRM_WITHIN_MS);
  return { ...NOTHING, state: 'linked', reached: { linked }, expiresAt, instanceId };
}

function isNew(serialNumber: string, baseline: Baseline | null): boolean {
  return baseline !== null && !baseline.instances.includes(serialNumber);
}

function isUsed(instance: DigipassRecord, baseline: Baseline | null, records: DigipassRecord[], now: Date): boolean {
  const { isGracePeriodOver, gracePeriodEndsAt, createdAt, instanceOf } = instance;
  // A grace period that ended before the instance was made came with the licence, and shows nothing.
  const isOwnOver =
    isGracePeriodOver && gracePeriodEndsAt !== null && (createdAt === null || gracePeriodEndsAt >= createdAt);
  const licence = records.find(({ serialNumber }) => serialNumber === instanceOf?.serialNumber);
  const planned = baseline?.gracePeriods[licence?.serialNumber ?? ''];
  // Nor does one that was about to end anyway.
  return isOwnOver || (licence?.isGracePeriodOver === true && planned !== undefined && new Date(planned) > now);
}
