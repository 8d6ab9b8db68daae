import type { Picture } from '../../image/picture';
import { scanCode, type ScannedCode } from './scan-code';

/** In milliseconds for one attempt at a camera's frame; the next frame is another attempt. */
const TIME_LIMIT = 60;

/** Reads a QR code in a camera's frame. @returns null when there is none that can be read */
export function decodeFrame(frame: Picture): ScannedCode | null {
  return scanCode(frame, { timeLimit: TIME_LIMIT });
}
