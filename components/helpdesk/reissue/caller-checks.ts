import {
  assessCaller,
  isProof,
  VOUCHED_METHODS,
  mayVouch,
  type CallerAssessment,
  type CheckMethod,
  type VouchedMethod,
} from '@/lib/helpdesk/caller-check/caller-assessment';
import { usableMethods, type DeviceMethods } from '@/lib/helpdesk/reissue/device-methods';
import { REISSUE_REASONS, type ReissueReason } from '@/lib/helpdesk/reissue/reissue-reason';

/** Times are ISO 8601. @property lastUsedAt null for never; undefined if the gateway does not say */
export type CallerDevice = {
  instanceId: string;
  name: string;
  state: 'active' | 'locked';
  lastUsedAt?: string | null | undefined;
};

/** The value of the field `oldInstanceId` for a re-issue that is about no device. */
export const NO_DEVICE = 'none';

/** The form's current values, as far as the page depends on them. */
export type FilledIn = {
  /** Null while none is chosen. */
  reason: ReissueReason | null;
  /** Whether a device was chosen, or none of them. */
  isDeviceChosen: boolean;
  /** Null when the re-issue is not about an old device. */
  oldInstanceId: string | null;
  fate: string;
  delivery: string;
  /** Excludes a phone's confirmation, which is not a form field that the agent fills in. */
  made: readonly CheckMethod[];
  /** Filled in, but too short to prove anything. */
  malformed: readonly VouchedMethod[];
  /** Whether the agent skips the approval. */
  isAlone: boolean;
};

/** Reads the form. A check counts once what the agent saw or heard has the form of a proof. */
export function readFilledIn(form: FormData): FilledIn {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const byDevice = text('one-time-password-digits') === '' ? [] : ['one-time-password' as const];
  const vouched = VOUCHED_METHODS.filter((method) => text(`${method}-detail`) !== '');
  const isGood = (method: VouchedMethod) => isProof(method, text(`${method}-detail`));
  const [fate, chosen] = [text('oldDevice'), text('oldInstanceId')];
  return {
    reason: REISSUE_REASONS.find((reason) => reason === text('reason')) ?? null,
    isDeviceChosen: chosen !== '',
    oldInstanceId: fate === 'none' || chosen === NO_DEVICE ? null : chosen || null,
    fate,
    delivery: text('delivery'),
    made: [...byDevice, ...vouched.filter(isGood)],
    malformed: vouched.filter((method) => !isGood(method)),
    isAlone: text('breakGlass') === 'on',
  };
}

/** Devices that may vouch for the caller. Before a reason is chosen, every working device may. */
export function vouchingDevices(devices: readonly CallerDevice[], { reason, oldInstanceId }: FilledIn): CallerDevice[] {
  return devices.filter((device) => mayVouch(device, { reason: reason ?? 'other', oldInstanceId }));
}

/**
 * Predicts the server's assessment of the same form.
 * @param confirmedBy instance ID of the device that confirmed the request; null when none did
 * @returns null while no reason is chosen
 */
export function assessFilledIn(
  { devices, methods, isProtected }: { devices: readonly CallerDevice[]; methods: DeviceMethods; isProtected: boolean },
  filledIn: FilledIn,
  confirmedBy: string | null,
): CallerAssessment | null {
  const { reason, made } = filledIn;
  if (reason === null) return null;
  const vouching = vouchingDevices(devices, filledIn);
  const usable = usableMethods(methods, vouching.length > 0);
  const isConfirmed = vouching.some(({ instanceId }) => instanceId === confirmedBy);
  const counted = made.filter((method) => method !== 'one-time-password' || usable.includes(method));
  const about = { reason, isProtected, usable };
  return assessCaller(isConfirmed ? [...counted, 'login-request'] : counted, about);
}
