import type { ActivationLimits } from '@/lib/devices/authenticator-directory';
import { hasRoomFor } from '@/lib/devices/read-limits';
import { leavesRoom } from '@/lib/helpdesk/invitations/old-device';
import type { Delivery } from '@/lib/helpdesk/invitations/reissue';
import type { ReissueForm } from '@/lib/helpdesk/desk/reissue/prepare-reissue';
import { reissueNames } from '@/lib/shared/names/staff-names';
import type { CallerDevice, FilledIn } from './caller-checks';
import { t, type Message } from '@/lib/shared/language/t';

/** What the page knows beside the form's fields. */
export type Circumstances = {
  /** The address that gets the email; null if none is known. */
  mailAddress: string | null;
  devices: readonly CallerDevice[];
  /** Null where they are not known. */
  limits: ActivationLimits | null;
  canLock: boolean;
  canUndo: boolean;
  isProtected: boolean;
  current: ReissueForm['current'];
};

/** What sending the form does, in sentences. @property toConfirm what of it nobody can undo; null for nothing */
export type Consequences = { sentences: string[]; toConfirm: string | null };

/** Says before the button is pressed what it does, device by name. @param isEnough whether the caller check is */
export function consequences(around: Circumstances, filledIn: FilledIn, isEnough: boolean): Consequences {
  const waits = !isEnough || (takesTwo(around, filledIn) && !filledIn.isAlone);
  const device = around.devices.find(({ instanceId }) => instanceId === filledIn.oldInstanceId);
  const old = deviceWords(around, filledIn, device, waits);
  const lastOne =
    device?.state === 'active' &&
    old.isStopped &&
    around.devices.every((one) => one === device || one.state !== 'active');
  return {
    sentences: [
      sendingWords(around, filledIn.delivery, waits),
      old.words,
      ...(lastOne ? [t('It is the user’s only working device.')] : []),
      ...(around.current ? [t('The open invitation ends.')] : []),
      ...roomWords(around, filledIn, device),
    ],
    toConfirm: old.toConfirm,
  };
}

/** Whether a second person has to approve it, however well the caller is checked. */
export function takesTwo({ isProtected }: Pick<Circumstances, 'isProtected'>, filledIn: FilledIn): boolean {
  return isProtected || (filledIn.fate === 'remove' && filledIn.oldInstanceId !== null);
}

const SENDING_WORDS = {
  mail: 'Sends an email to {address}.',
  letter: 'Sends a letter to the printer, and a code by email to {address}.',
  phone: 'Sends an email to {address}, and the caller reads you a code.',
} as const satisfies Record<Delivery, Message>;

const ONCE_APPROVED_WORDS = {
  mail: 'Asks an approver first. Once approved, sends an email to {address}.',
  letter: 'Asks an approver first. Once approved, sends a letter to the printer, and a code by email to {address}.',
  phone: 'Asks an approver first. Once approved, sends an email to {address}, and the caller reads you a code.',
} as const satisfies Record<Delivery, Message>;

function sendingWords({ mailAddress }: Circumstances, delivery: string, waits: boolean): string {
  const address = mailAddress === null ? t('the user') : masked(mailAddress);
  const words = waits ? ONCE_APPROVED_WORDS : SENDING_WORDS;
  return t(isDelivery(delivery) ? words[delivery] : words.mail, { address });
}

function isDelivery(text: string): text is Delivery {
  return Object.hasOwn(SENDING_WORDS, text);
}

/** "j…@example.org". */
function masked(address: string): string {
  const at = address.lastIndexOf('@');
  return `${Array.from(address)[0]}…${address.slice(at)}`;
}

/** Whether the new device can be activated, where the limit is reached; nothing where it is not. */
function roomWords(
  { limits, canLock }: Circumstances,
  { fate, reason }: FilledIn,
  device: CallerDevice | undefined,
): string[] {
  if (hasRoomFor(limits)) return [];
  return leavesRoom(limits, device ? { fate, reason } : null, canLock)
    ? [t('That makes room for the new device.')]
    : [t('The new device can’t be activated: no room is left. Remove a device first, here or on their page.')];
}

type DeviceWords = { words: string; isStopped: boolean; toConfirm: string | null };

function deviceWords(
  { devices, canLock, canUndo }: Circumstances,
  { reason, fate, isDeviceChosen }: FilledIn,
  device: CallerDevice | undefined,
  waits: boolean,
): DeviceWords {
  const nothing = { isStopped: false, toConfirm: null };
  if (!isDeviceChosen && devices.length > 0) return { words: t('Choose the device this is about.'), ...nothing };
  if (!device) return { words: t('No device is changed.'), ...nothing };
  const named = { device: device.name };
  if (device.state === 'locked' && fate !== 'remove') return { words: t('{device} stays locked.', named), ...nothing };
  const isStopped = fate === 'lock' || reason === 'stolen';
  const stop = canLock
    ? canUndo
      ? t('{device} is locked now. You can undo that for 15 minutes; after that it stays locked.', named)
      : t('{device} is locked now. It can’t be unlocked.', named)
    : t('{device} is removed now. This can’t be undone.', named);
  if (fate === 'remove') {
    const removal = waits
      ? t('{device} is removed for good once approved. This can’t be undone.', named)
      : t('{device} is removed now, for good. This can’t be undone.', named);
    return {
      words: isStopped && waits ? `${stop} ${removal}` : removal,
      isStopped: true,
      toConfirm: t(reissueNames.removeForGood, named),
    };
  }
  if (isStopped) {
    const final = t(canLock ? reissueNames.lockForGood : reissueNames.removeForGood, named);
    return { words: stop, isStopped: true, toConfirm: canLock && canUndo ? null : final };
  }
  return { words: t('{device} keeps working until the new device does, then it is locked.', named), ...nothing };
}
