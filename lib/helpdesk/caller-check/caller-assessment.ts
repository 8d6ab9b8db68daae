import type { ReissueReason } from '../reissue/reissue-reason';

/** Checks that the agent makes and vouches for. */
export const VOUCHED_METHODS = ['call-back', 'identity-document', 'manager'] as const;
export type VouchedMethod = (typeof VOUCHED_METHODS)[number];

/** Both prove the same, a device and its PIN, so that together they count once. */
export const DEVICE_METHODS = ['login-request', 'one-time-password'] as const;
export type DeviceMethod = (typeof DEVICE_METHODS)[number];

export type CheckMethod = VouchedMethod | DeviceMethod;

/** Points for each check. A device's proof is verified here and weighs most; the rest is the agent's word. */
export const CHECK_WEIGHTS: Readonly<Record<CheckMethod, number>> = {
  'call-back': 2,
  'identity-document': 1,
  manager: 2,
  'login-request': 3,
  'one-time-password': 3,
};

/** A check that was made, stored with the invitation. */
export type CallerEvidence = {
  method: CheckMethod;
  /** The number called, the document's last characters, the manager's name; for a device's proof, its instance ID. */
  detail: string;
};

/** In characters. */
export const MAXIMUM_DETAIL_LENGTH = 80;

/** Whether a detail has the form of its check's proof. What is shorter is a slip of the finger, or nothing at all. */
export function isProof(method: VouchedMethod, detail: string): boolean {
  switch (method) {
    case 'call-back':
      return (detail.match(/\p{Nd}/gu)?.length ?? 0) >= 6;
    case 'identity-document':
      return (detail.match(/[\p{L}\p{Nd}]/gu)?.length ?? 0) >= 4;
    case 'manager':
      return /\p{L}{2}/u.test(detail) && /\p{L}\S*\s+\S*\p{L}/u.test(detail);
  }
}

/** A thief claims that the phone was lost or stolen, so these reasons need the most. */
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
  /** Checks that would still add points, heaviest first; empty once there are enough. */
  missing: readonly CheckMethod[];
};

/**
 * Weighs the checks. The form computes the same while the agent fills it in.
 * @param methods the checks made; duplicates count once
 * @param usable the device checks that are possible for this caller
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

/** Whether a device's proof counts: not that of a lost or stolen device, nor of one on probation. */
export function mayVouch(
  device: { instanceId: string; state: 'active' | 'locked'; trustedFrom?: Date },
  { reason, oldInstanceId }: { reason: ReissueReason; oldInstanceId: string | null },
): boolean {
  const isGone = (reason === 'lost' || reason === 'stolen') && device.instanceId === oldInstanceId;
  return device.state === 'active' && device.trustedFrom === undefined && !isGone;
}
