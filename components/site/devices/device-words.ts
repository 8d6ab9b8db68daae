import { isHandHeld, kindOfDevice, modelOfDevice, readDeviceClues, type DeviceKind } from '@/lib/shared/device-model';
import { t, type PlainMessage } from '@/lib/shared/language/t';

const KIND_WORDS = {
  iPhone: 'iPhone',
  iPad: 'iPad',
  'Android phone': 'Android phone',
  'Android tablet': 'Android tablet',
  'Windows computer': 'Windows computer',
  Mac: 'Mac',
  Chromebook: 'Chromebook',
  'Linux computer': 'Linux computer',
} as const satisfies Record<DeviceKind, PlainMessage>;

/** What this device calls itself: "Pixel 9", or "Android phone" where its browser does not tell the model. */
export async function nameOfThisDevice(): Promise<string> {
  const clues = await readDeviceClues(navigator);
  const kind = kindOfDevice(clues);
  return modelOfDevice(clues) ?? (kind === null ? t('Phone') : t(KIND_WORDS[kind]));
}

/** "Jane’s iPhone", for a person who activates the phone in their hand; null on a computer. @param firstName null if unknown */
export async function suggestedDeviceName(firstName: string | null): Promise<string | null> {
  if (!isHandHeld(await readDeviceClues(navigator))) return null;
  const device = await nameOfThisDevice();
  return firstName === null ? device : t('{person}’s {device}', { person: firstName, device });
}
