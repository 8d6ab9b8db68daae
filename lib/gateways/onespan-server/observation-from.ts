import type { Observation } from '../../activation/activation-gateway';
import { MINUTE } from '../../shared/time/duration';
import type { Baseline } from './baseline';
import type { DigipassRecord } from './digipass-record';

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
 * user finishes or not. That it works is inferred: its grace period, or its licence's, has ended since, as it does with
 * the first login and with connection 4. Without a grace period nothing shows it, and the activation stays
 * `linked` until a test login.
 */
export function observationFrom(baseline: Baseline | null, records: DigipassRecord[], now: Date): Observation {
  const fresh = records
    .filter(({ serialNumber, instanceOf, isExpired }) => instanceOf && !isExpired && isNew(serialNumber, baseline))
    .toSorted((left, right) => (right.createdAt?.getTime() ?? 0) - (left.createdAt?.getTime() ?? 0));
  const used = fresh.find((instance) => isUsed(instance, baseline, records, now));
  const instance = used ?? fresh[0];
  if (!instance) return NOTHING;
  const { serialNumber: instanceId, createdAt, gracePeriodEndsAt } = instance;
  const linked = createdAt ?? now;
  const expiresAt = new Date(now.getTime() + CONFIRM_WITHIN_MS);
  if (!used) return { ...NOTHING, state: 'linked', reached: { linked }, expiresAt, instanceId };
  const active = gracePeriodEndsAt && gracePeriodEndsAt >= linked && gracePeriodEndsAt <= now ? gracePeriodEndsAt : now;
  return { ...NOTHING, state: 'active', reached: { linked, active }, instanceId };
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
