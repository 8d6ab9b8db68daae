import type { ActivationStatus } from '@/lib/activation/activation-status';
import { SECOND } from '@/lib/shared/duration';

/** Longer than a phone takes that reads the image at all. */
const PATIENCE = 20 * SECOND;

/**
 * From when on an image that nobody has scanned yet comes with hints.
 * @returns milliseconds since 1970 by the server's clock; null while there is no image to scan
 */
export function hintMoment({ state, reached }: ActivationStatus): number | null {
  return state === 'issued' && reached.issued !== undefined ? Date.parse(reached.issued) + PATIENCE : null;
}
