import type { Delivery } from '@/lib/helpdesk/reissue/reissue';
import type { ReissueForm } from '@/lib/helpdesk/reissue/prepare-reissue';
import { reissueNames } from '@/lib/names/reissue-names';
import type { CallerDevice, FilledIn } from './caller-checks';
import { t } from '@/lib/language/t';

/** What the page knows beside the form's fields. */
export type Circumstances = {
  /** The address that gets the email; null if none is known. */
  mailAddress: string | null;
  devices: readonly CallerDevice[];
  canLock: boolean;
  canUndo: boolean;
  isProtected: boolean;
  current: ReissueForm['current'];
};

/** What sending the form does, in sentences. @property toConfirm what of it nobody can undo; null for nothing */
export type Consequences = { sentences: string[]; toConfirm: string | null };

/** Says before the button is pressed what it does, device by name. */
export function consequences(around: Circumstances, filledIn: FilledIn): Consequences {
  const waits = needsApproval(around, filledIn) && !filledIn.isAlone;
  const device = around.devices.find(({ instanceId }) => instanceId === filledIn.oldInstanceId);
  const old = deviceWords(around, filledIn, device);
  const lastOne =
    device?.state === 'active' &&
    old.isStopped &&
    around.devices.every((one) => one === device || one.state !== 'active');
  return {
    sentences: [
      sendingWords(around, filledIn.delivery, waits),
      old.words,
      ...(lastOne ? ['It is the user’s only working device.'] : []),
      ...(around.current ? ['The open invitation ends.'] : []),
    ],
    toConfirm: old.toConfirm,
  };
}

/** Whether a second person has to approve it. */
export function needsApproval({ isProtected }: Pick<Circumstances, 'isProtected'>, filledIn: FilledIn): boolean {
  return isProtected || (filledIn.fate === 'remove' && filledIn.oldInstanceId !== null);
}

function sendingWords({ mailAddress }: Circumstances, delivery: string, waits: boolean): string {
  const address = mailAddress === null ? 'the user' : masked(mailAddress);
  const ways: Record<Delivery, string> = {
    mail: `an email to ${address}`,
    letter: `a letter to the printer, and a code by email to ${address}`,
    phone: `an email to ${address}, and the caller reads you a code`,
  };
  const way = ways[delivery as Delivery] ?? ways.mail;
  return waits ? `Asks an approver first. Once approved, sends ${way}.` : `Sends ${way}.`;
}

/** "j…@example.org". */
function masked(address: string): string {
  const at = address.lastIndexOf('@');
  return `${Array.from(address)[0]}…${address.slice(at)}`;
}

type DeviceWords = { words: string; isStopped: boolean; toConfirm: string | null };

function deviceWords(
  { devices, canLock, canUndo }: Circumstances,
  { reason, fate, isDeviceChosen, isAlone }: FilledIn,
  device: CallerDevice | undefined,
): DeviceWords {
  const nothing = { isStopped: false, toConfirm: null };
  if (!isDeviceChosen && devices.length > 0) return { words: 'Choose the device this is about.', ...nothing };
  if (!device) return { words: 'No device is changed.', ...nothing };
  const { name } = device;
  if (device.state === 'locked' && fate !== 'remove') return { words: `${name} stays locked.`, ...nothing };
  const isStopped = fate === 'lock' || reason === 'stolen';
  const stop = canLock
    ? `${name} is locked now. ${canUndo ? 'You can undo that for 15 minutes; after that it stays locked.' : 'It can’t be unlocked.'}`
    : `${name} is removed now. This can’t be undone.`;
  if (fate === 'remove') {
    const removal = isAlone
      ? `${name} is removed now, for good. This can’t be undone.`
      : `${name} is removed for good once approved. This can’t be undone.`;
    return {
      words: isStopped && !isAlone ? `${stop} ${removal}` : removal,
      isStopped: true,
      toConfirm: t(reissueNames.removeForGood, { device: name }),
    };
  }
  if (isStopped) {
    const final = canLock
      ? t(reissueNames.lockForGood, { device: name })
      : t(reissueNames.removeForGood, { device: name });
    return { words: stop, isStopped: true, toConfirm: canLock && canUndo ? null : final };
  }
  return { words: `${name} keeps working until the new device does, then it is locked.`, ...nothing };
}
