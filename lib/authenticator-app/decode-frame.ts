import { decodeQR } from 'qr/decode.js';
import type { Picture } from './find-qr-text';

/** In milliseconds for one attempt at a camera's frame; the next frame is another attempt. */
const TIME_LIMIT = 60;

/** Reads a QR code in a camera's frame. @returns null when there is none that can be read */
export function decodeFrame(frame: Picture): string | null {
  try {
    return decodeQR(frame, { timeLimit: TIME_LIMIT });
  } catch {
    return null;
  }
}
