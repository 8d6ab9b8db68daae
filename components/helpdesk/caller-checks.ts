import {
  assessCaller,
  CHECK_METHODS,
  mayVouch,
  type CallerAssessment,
  type CheckMethod,
} from '@/lib/helpdesk/caller-check';
import { REISSUE_REASONS, type ReissueReason } from '@/lib/helpdesk/reissue';

export type CallerDevice = { instanceId: string; name: string; state: 'active' | 'locked' };

/** What is filled in of the form, as far as the caller check depends on it. */
export type FilledIn = {
  /** Null while none is chosen. */
  reason: ReissueReason | null;
  /** Null when none is meant. */
  oldInstanceId: string | null;
  fate: string;
  made: readonly CheckMethod[];
  /** Whether it is to go on without a second person. */
  isAlone: boolean;
};

/** Reads the form. A check without what was seen or heard does not count. */
export function readFilledIn(form: FormData): FilledIn {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const proofOf = (method: CheckMethod) =>
    text(method === 'one-time-password' ? 'one-time-password-digits' : `${method}-detail`);
  const fate = text('oldDevice');
  return {
    reason: REISSUE_REASONS.find((reason) => reason === text('reason')) ?? null,
    oldInstanceId: fate === 'none' ? null : text('oldInstanceId') || null,
    fate,
    made: CHECK_METHODS.filter((method) => text(method) === 'on' && proofOf(method) !== ''),
    isAlone: text('breakGlass') === 'on',
  };
}

/** Devices whose one-time password may count; before a reason is chosen, all that work. */
export function vouchingDevices(devices: readonly CallerDevice[], { reason, oldInstanceId }: FilledIn): CallerDevice[] {
  return devices.filter((device) => mayVouch(device, { reason: reason ?? 'other', oldInstanceId }));
}

/** What the server will say to the same. @returns null while no reason is chosen */
export function assessFilledIn(
  devices: readonly CallerDevice[],
  filledIn: FilledIn,
  isProtected: boolean,
): CallerAssessment | null {
  const { reason, made } = filledIn;
  if (reason === null) return null;
  const canUseDevice = vouchingDevices(devices, filledIn).length > 0;
  const counted = made.filter((method) => canUseDevice || method !== 'one-time-password');
  return assessCaller(counted, { reason, isProtected, canUseDevice });
}
