import type { ReissueReason } from '../reissue/reissue-reason';

/** How a member of staff can make sure of who is calling. */
export const VOUCHED_METHODS = ['call-back', 'identity-document', 'manager'] as const;
export type VouchedMethod = (typeof VOUCHED_METHODS)[number];

/** Both show that the caller has a device and knows its PIN, so that together they count once. */
export const DEVICE_METHODS = ['login-request', 'one-time-password'] as const;
export type DeviceMethod = (typeof DEVICE_METHODS)[number];

export type CheckMethod = VouchedMethod | DeviceMethod;

/**
 * How much each counts. What only the caller's own device can say counts most and is verified here; the rest is what
 * staff vouch for.
 */
export const CHECK_WEIGHTS: Readonly<Record<CheckMethod, number>> = {
  'call-back': 2,
  'identity-document': 1,
  manager: 2,
  'login-request': 3,
  'one-time-password': 3,
};

/** One check that was made, kept with the invitation. */
export type CallerEvidence = {
  method: CheckMethod;
  /**
   * What was seen or heard: the number called, the document's last characters, the manager's name; for what a device says,
   * which device it was.
   */
  detail: string;
};

/** In characters. */
export const MAXIMUM_DETAIL_LENGTH = 80;

/** Whoever has lost or is robbed of a phone is who a thief pretends to be. */
const REQUIRED_WEIGHTS: Readonly<Record<ReissueReason, number>> = {
  lost: 3,
  stolen: 3,
  'new-phone': 2,
  failed: 2,
  expired: 2,
  other: 3,
};

const PROTECTED_GROUP_SURCHARGE = 2;

export function requiredWeight(reason: ReissueReason, isProtected: boolean): number {
  return REQUIRED_WEIGHTS[reason] + (isProtected ? PROTECTED_GROUP_SURCHARGE : 0);
}

export type CallerAssessment = {
  weight: number;
  required: number;
  isEnough: boolean;
  /** What has not been done and would add to it, the heaviest first; empty when it is enough. */
  missing: readonly CheckMethod[];
};

/**
 * Whether the checks made are enough. The page computes the same while the form is filled in.
 * @param methods those that were made; twice counts once
 * @param usable those of a device that can be used for this caller
 */
export function assessCaller(
  methods: readonly CheckMethod[],
  { reason, isProtected, usable }: { reason: ReissueReason; isProtected: boolean; usable: readonly DeviceMethod[] },
): CallerAssessment {
  const made = new Set(methods);
  const byDevice = DEVICE_METHODS.filter((method) => made.has(method));
  const vouched = VOUCHED_METHODS.filter((method) => made.has(method));
  const weight =
    vouched.reduce((sum, method) => sum + CHECK_WEIGHTS[method], 0) +
    Math.max(0, ...byDevice.map((method) => CHECK_WEIGHTS[method]));
  const required = requiredWeight(reason, isProtected);
  const isEnough = weight >= required;
  const missing = [...(byDevice.length > 0 ? [] : usable), ...VOUCHED_METHODS]
    .filter((method) => !made.has(method))
    .toSorted((left, right) => CHECK_WEIGHTS[right] - CHECK_WEIGHTS[left]);
  return { weight, required, isEnough, missing: isEnough ? [] : missing };
}

/** A device that is gone, or in a thief's hands, proves nothing. @returns whether its word may count */
export function mayVouch(
  device: { instanceId: string; state: 'active' | 'locked' },
  { reason, oldInstanceId }: { reason: ReissueReason; oldInstanceId: string | null },
): boolean {
  const isGone = (reason === 'lost' || reason === 'stolen') && device.instanceId === oldInstanceId;
  return device.state === 'active' && !isGone;
}
