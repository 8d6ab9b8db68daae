import type { ReissueReason } from './reissue-reason';

/** What an agent or another system may write down of a caller. Nothing compares it, so it counts nothing. */
export const NOTED_METHODS = ['call-back', 'identity-document', 'manager'] as const;
export type NotedMethod = (typeof NOTED_METHODS)[number];

/** Both prove the same, a device and its PIN, so that together they count once. */
export const DEVICE_METHODS = ['login-request', 'one-time-password'] as const;
export type DeviceMethod = (typeof DEVICE_METHODS)[number];

/** Checks by what is on record: a number that the agent calls, a manager who answers in a session of their own. */
export const RECORD_METHODS = ['call-back', 'manager'] as const;
export type RecordMethod = (typeof RECORD_METHODS)[number];

/** What something compares. */
export type ComparedMethod = DeviceMethod | RecordMethod;
export const COMPARED_METHODS: readonly ComparedMethod[] = [...DEVICE_METHODS, ...RECORD_METHODS];

export type CheckMethod = NotedMethod | ComparedMethod;

/** Points for each check. A device's proof weighs most: no person's word is part of it. */
export const CHECK_WEIGHTS: Readonly<Record<ComparedMethod, number>> = {
  'login-request': 3,
  'one-time-password': 3,
  'call-back': 2,
  manager: 2,
};

/** A check that was made, stored with the invitation. */
export type CallerEvidence = {
  method: CheckMethod;
  /**
   * The end of the number called, the manager's user ID; for a device's proof, its instance ID. Of a note: the end of a
   * number, the document's last characters, a name.
   */
  detail: string;
  /** Left out for what was compared, and for all that an earlier version stored. */
  isNote?: true;
};

/** In characters. */
export const MAXIMUM_DETAIL_LENGTH = 80;

/** Whether a note has the form of its check. What is shorter is a slip of the finger, or nothing at all. */
export function isWholeNote(method: NotedMethod, detail: string): boolean {
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
  missing: readonly ComparedMethod[];
};

/**
 * Weighs the checks. The form computes the same while the agent fills it in. Where there are not enough, a second person
 * decides.
 * @param methods what was compared; duplicates count once
 * @param usable the checks that are possible for this caller
 */
export function assessCaller(
  methods: readonly ComparedMethod[],
  { reason, isProtected, usable }: { reason: ReissueReason; isProtected: boolean; usable: readonly ComparedMethod[] },
): CallerAssessment {
  const checks = new Set(methods);
  const byDevice = DEVICE_METHODS.filter((method) => checks.has(method));
  const byRecord = RECORD_METHODS.filter((method) => checks.has(method));
  const weight =
    byRecord.reduce((sum, method) => sum + CHECK_WEIGHTS[method], 0) +
    Math.max(0, ...byDevice.map((method) => CHECK_WEIGHTS[method]));
  const required = requiredWeight(reason, isProtected);
  const isEnough = weight >= required;
  const isProven = (method: ComparedMethod) =>
    checks.has(method) || (byDevice.length > 0 && (DEVICE_METHODS as readonly ComparedMethod[]).includes(method));
  const missing = COMPARED_METHODS.filter((method) => usable.includes(method) && !isProven(method));
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
