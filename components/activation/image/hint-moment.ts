import type { ActivationStatus } from '@/lib/activation/activation-status';
import { SECOND } from '@/lib/shared/time/duration';
import { showsImage } from './shows-image';

/** Longer than a phone takes to read the image if it can read it at all. */
const PATIENCE = 20 * SECOND;

/**
 * When to show hints beside an image that has not been scanned yet.
 * @returns milliseconds since 1970 by the server's clock; null while there is no image to scan
 */
export function hintMoment({ state, activationType, reached }: ActivationStatus): number | null {
  const shownSince = showsImage(state, activationType) ? (reached.verified ?? reached.issued) : undefined;
  return shownSince === undefined ? null : Date.parse(shownSince) + PATIENCE;
}
