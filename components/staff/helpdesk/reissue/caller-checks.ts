import {
  assessCaller,
  isWholeNote,
  mayVouch,
  type CallerAssessment,
  type ComparedMethod,
} from '@/lib/helpdesk/caller-check/caller-assessment';
import { recordMethods, type CheckContacts } from '@/lib/helpdesk/caller-check/check-contacts';
import { usableMethods, type DeviceMethods } from '@/lib/helpdesk/caller-check/device-methods';
import { REISSUE_REASONS, type ReissueReason } from '@/lib/helpdesk/caller-check/reissue-reason';

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
  /** Excludes what a phone or a manager confirms, which are no form fields that the agent fills in. */
  made: readonly ComparedMethod[];
  /** Whether something was noted that is too short to be all of it. */
  isNoteShort: boolean;
  /** Whether the agent skips the approval. */
  isAlone: boolean;
};

/** Reads the form. */
export function readFilledIn(form: FormData): FilledIn {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const byDevice = text('one-time-password-digits') === '' ? [] : ['one-time-password' as const];
  const byRecord = text('number-called') === '' ? [] : ['call-back' as const];
  const note = text('identity-document-detail');
  const [fate, chosen] = [text('oldDevice'), text('oldInstanceId')];
  return {
    reason: REISSUE_REASONS.find((reason) => reason === text('reason')) ?? null,
    isDeviceChosen: chosen !== '',
    oldInstanceId: fate === 'none' || chosen === NO_DEVICE ? null : chosen || null,
    fate,
    delivery: text('delivery'),
    made: [...byDevice, ...byRecord],
    isNoteShort: note !== '' && !isWholeNote('identity-document', note),
    isAlone: text('breakGlass') === 'on',
  };
}

/** Devices that may vouch for the caller. Before a reason is chosen, every working device may. */
export function vouchingDevices(devices: readonly CallerDevice[], { reason, oldInstanceId }: FilledIn): CallerDevice[] {
  return devices.filter((device) => mayVouch(device, { reason: reason ?? 'other', oldInstanceId }));
}

/** Who has confirmed so far, apart from the form's fields. */
export type Confirmations = {
  /** Instance ID of the device that confirmed; null when none did. */
  device: string | null;
  manager: boolean;
};

/**
 * Predicts the server's assessment of the same form.
 * @returns null while no reason is chosen
 */
export function assessFilledIn(
  {
    devices,
    methods,
    contacts,
    isProtected,
  }: {
    devices: readonly CallerDevice[];
    methods: DeviceMethods;
    contacts: Pick<CheckContacts, 'numbers' | 'manager'>;
    isProtected: boolean;
  },
  filledIn: FilledIn,
  confirmed: Confirmations,
): CallerAssessment | null {
  const { reason, made } = filledIn;
  if (reason === null) return null;
  const vouching = vouchingDevices(devices, filledIn);
  const usable: ComparedMethod[] = [...usableMethods(methods, vouching.length > 0), ...recordMethods(contacts)];
  const comparedMethods = made.filter((method) => usable.includes(method));
  if (vouching.some(({ instanceId }) => instanceId === confirmed.device)) comparedMethods.push('login-request');
  if (confirmed.manager) comparedMethods.push('manager');
  return assessCaller(comparedMethods, { reason, isProtected, usable });
}
