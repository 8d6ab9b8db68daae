import {
  assessCaller,
  VOUCHED_METHODS,
  mayVouch,
  type CallerAssessment,
  type CheckMethod,
} from '@/lib/helpdesk/caller-check/caller-assessment';
import { usableMethods, type DeviceMethods } from '@/lib/helpdesk/reissue/device-methods';
import { REISSUE_REASONS, type ReissueReason } from '@/lib/helpdesk/reissue/reissue-reason';

export type CallerDevice = { instanceId: string; name: string; state: 'active' | 'locked' };

/** The form's current values, as far as the caller assessment depends on them. */
export type FilledIn = {
  /** Null while none is chosen. */
  reason: ReissueReason | null;
  /** Null when the re-issue is not about an old device. */
  oldInstanceId: string | null;
  fate: string;
  /** Excludes a phone's confirmation, which is not a form field that the agent fills in. */
  made: readonly CheckMethod[];
  /** Whether the agent goes on without a second person. */
  isAlone: boolean;
};

/** Reads the form. A check counts only together with what the agent saw or heard. */
export function readFilledIn(form: FormData): FilledIn {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const isMade = (method: CheckMethod, proof: string) => text(method) === 'on' && text(proof) !== '';
  const byDevice = isMade('one-time-password', 'one-time-password-digits') ? ['one-time-password' as const] : [];
  const fate = text('oldDevice');
  return {
    reason: REISSUE_REASONS.find((reason) => reason === text('reason')) ?? null,
    oldInstanceId: fate === 'none' ? null : text('oldInstanceId') || null,
    fate,
    made: [...byDevice, ...VOUCHED_METHODS.filter((method) => isMade(method, `${method}-detail`))],
    isAlone: text('breakGlass') === 'on',
  };
}

/** Devices that may vouch for the caller. Before a reason is chosen, every working device may. */
export function vouchingDevices(devices: readonly CallerDevice[], { reason, oldInstanceId }: FilledIn): CallerDevice[] {
  return devices.filter((device) => mayVouch(device, { reason: reason ?? 'other', oldInstanceId }));
}

/**
 * Predicts the server's assessment of the same form.
 * @param confirmedBy instance ID of the device that confirmed the login request; null when none did
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
