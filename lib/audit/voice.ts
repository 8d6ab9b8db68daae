import { t, type Message, type PlainMessage } from '../shared/language/t';
import type { NamedDevice } from './device-facts';

/** To whom an event is told: the account's user, or anybody else. */
export type Voice = {
  isOwner: boolean;
  /** A device within and at the start of a sentence: what it was called then, or its name where one is known. */
  device: (device: NamedDevice) => string;
  Device: (device: NamedDevice) => string;
};

/** An event in plain words. */
export type Phrase<Facts = object> = (facts: Facts, voice: Voice) => string;

const BY_NUMBER = {
  device: ({ instanceId, deviceName }: NamedDevice) => deviceName ?? t('device {serial}', { serial: instanceId }),
  Device: ({ instanceId, deviceName }: NamedDevice) => deviceName ?? t('Device {serial}', { serial: instanceId }),
};

export const TO_OWNER: Voice = { isOwner: true, ...BY_NUMBER };

export const TO_OTHERS: Voice = { isOwner: false, ...BY_NUMBER };

/** @param names of devices by instance ID, for records that hold none */
export function naming(voice: Voice, names: ReadonlyMap<string, string>): Voice {
  return {
    ...voice,
    device: (device) => device.deviceName ?? names.get(device.instanceId) ?? voice.device(device),
    Device: (device) => device.deviceName ?? names.get(device.instanceId) ?? voice.Device(device),
  };
}

/** The placeholders of a message. */
type Values<Text extends Message> = NonNullable<Parameters<typeof t<Text>>[1]>;

/** The same to everybody. @param values of the placeholders */
export function oneVoice(message: PlainMessage): Phrase;
export function oneVoice<Text extends Message, Facts>(
  message: Text,
  values: (facts: Facts, voice: Voice) => Values<Text>,
): Phrase<Facts>;
export function oneVoice(message: string, values: Filler = nothing): Phrase<never> {
  return (facts, voice) => fill(message, values(facts, voice));
}

/** To the account's user ("You …") and to others. @param values of the placeholders */
export function twoVoices(toOwner: PlainMessage, toOthers: PlainMessage): Phrase;
export function twoVoices<Own extends Message, Other extends Message, Facts>(
  toOwner: Own,
  toOthers: Other,
  values: (facts: Facts, voice: Voice) => Values<Own> & Values<Other>,
): Phrase<Facts>;
export function twoVoices(toOwner: string, toOthers: string, values: Filler = nothing): Phrase<never> {
  return (facts, voice) => fill(voice.isOwner ? toOwner : toOthers, values(facts, voice));
}

type Filler = (facts: never, voice: Voice) => object;

function nothing(): object {
  return {};
}

/** By way of `unknown`: the overloads have compared each message with its values. */
const fill = t as unknown as (message: string, values: object) => string;

/** Values of sentences that name the event's device within them. */
export function itsDevice(facts: NamedDevice, { device }: Voice): { device: string } {
  return { device: device(facts) };
}

/** The same, at the start of a sentence. */
export function itsDeviceFirst(facts: NamedDevice, { Device }: Voice): { device: string } {
  return { device: Device(facts) };
}

/** What a notice says of the event's device. */
export function itsName({ instanceId, deviceName }: NamedDevice): { instanceId: string; name?: string } {
  return { instanceId, ...(deviceName !== undefined && { name: deviceName }) };
}
