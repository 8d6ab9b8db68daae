import { t, type PlainMessage } from '@/lib/language/t';

/** To whom an event is told: the account's user, or anybody else. */
export type Voice = {
  isOwner: boolean;
  /** A device within and at the start of a sentence: its name where one is known. */
  device: (instanceId: string) => string;
  Device: (instanceId: string) => string;
};

/** What is told to everybody, or what to the account's user and what to others. */
export type Told = PlainMessage | readonly [toOwner: PlainMessage, toOthers: PlainMessage];

const BY_NUMBER = {
  device: (instanceId: string) => t('device {serial}', { serial: instanceId }),
  Device: (instanceId: string) => t('Device {serial}', { serial: instanceId }),
};

export const TO_OWNER: Voice = { isOwner: true, ...BY_NUMBER };

export const TO_OTHERS: Voice = { isOwner: false, ...BY_NUMBER };

/** @param names of devices by instance ID */
export function naming(voice: Voice, names: ReadonlyMap<string, string>): Voice {
  return {
    ...voice,
    device: (instanceId) => names.get(instanceId) ?? voice.device(instanceId),
    Device: (instanceId) => names.get(instanceId) ?? voice.Device(instanceId),
  };
}

export function tell(told: Told, { isOwner }: Voice): string {
  if (typeof told === 'string') return t(told);
  const [toOwner, toOthers] = told;
  return t(isOwner ? toOwner : toOthers);
}
