import type { ActivationStatus } from '@/lib/activation/activation-status';
import { SECOND } from '@/lib/shared/time/duration';
import { showsImage } from './shows-image';

/** Longer than a phone takes that reads the image at all. */
const PATIENCE = 20 * SECOND;

/**
 * From when on an image that nobody has scanned yet comes with hints.
 * @returns milliseconds since 1970 by the server's clock; null while there is no image to scan
 */
export function hintMoment({ state, activationType, reached }: ActivationStatus): number | null {
  const shownSince = showsImage(state, activationType) ? (reached.verified ?? reached.issued) : undefined;
  return shownSince === undefined ? null : Date.parse(shownSince) + PATIENCE;
}
