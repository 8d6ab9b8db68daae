import { hasUnseen } from '../../shared/text/one-line';
import { accept, refuse, type Result } from '../../shared/result';

/** In characters. */
export const MAXIMUM_DEVICE_NAME_LENGTH = 64;

/** One line of at most 64 characters; null if empty. */
export function parseDeviceName(text: string): Result<string | null, 'device-name-invalid'> {
  const name = text.normalize('NFC').trim();
  if (Array.from(name).length > MAXIMUM_DEVICE_NAME_LENGTH || hasUnseen(name)) return refuse('device-name-invalid');
  return accept(name === '' ? null : name);
}
