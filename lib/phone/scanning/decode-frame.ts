import type { Picture } from '../../image/picture';
import { scanCode, type ScannedCode } from './scan-code';

/** In milliseconds. The next frame is another attempt. */
const TIME_LIMIT = 60;

/** Reads a QR code in a camera's frame. @returns null when it has no readable code */
export function decodeFrame(frame: Picture): ScannedCode | null {
  return scanCode(frame, { timeLimit: TIME_LIMIT });
}
