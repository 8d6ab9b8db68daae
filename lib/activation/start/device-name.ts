import { accept, refuse, type Result } from '../../shared/result';

/** In characters. */
export const MAXIMUM_DEVICE_NAME_LENGTH = 64;

/** A name that a person gives to a device: one line of at most 64 characters; null when they gave none. */
export function parseDeviceName(text: string): Result<string | null, 'device-name-invalid'> {
  const name = text.normalize('NFC').trim();
  if (Array.from(name).length > MAXIMUM_DEVICE_NAME_LENGTH || /\p{C}/u.test(name)) return refuse('device-name-invalid');
  return accept(name === '' ? null : name);
}
