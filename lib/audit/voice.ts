import { t, type Message, type PlainMessage } from '../language/t';

/** To whom an event is told: the account's user, or anybody else. */
export type Voice = {
  isOwner: boolean;
  /** A device within and at the start of a sentence: its name where one is known. */
  device: (instanceId: string) => string;
  Device: (instanceId: string) => string;
};

/** What is told to everybody, or what to the account's user ("You …") and what to others. */
export type Told<Text extends Message = PlainMessage> = Text | readonly [toOwner: Text, toOthers: Text];

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

export function tell(told: Told, voice: Voice): string {
  return t(chosen(told, voice));
}

/** A sentence with values of the fact. */
export function say<const Text extends Message, Facts>(
  told: Told<Text>,
  values: (facts: Facts, voice: Voice) => NonNullable<Parameters<typeof t<Text>>[1]>,
): (facts: Facts, voice: Voice) => string {
  const translate: (text: Text, values: Readonly<Record<string, string | number>>) => string = t as never;
  return (facts, voice) => translate(chosen(told, voice), values(facts, voice));
}

function chosen<Text extends Message>(told: Told<Text>, { isOwner }: Voice): Text {
  if (typeof told === 'string') return told;
  const [toOwner, toOthers] = told;
  return isOwner ? toOwner : toOthers;
}

type OfDevice = { instanceId: string };

/** Values of sentences that name the event's device within them. */
export function itsDevice({ instanceId }: OfDevice, { device }: Voice): { device: string } {
  return { device: device(instanceId) };
}

/** The same, at the start of a sentence. */
export function itsDeviceFirst({ instanceId }: OfDevice, { Device }: Voice): { device: string } {
  return { device: Device(instanceId) };
}
