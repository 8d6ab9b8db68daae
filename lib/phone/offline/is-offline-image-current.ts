import type { OfflineMessage1 } from '../../crypto/messages/offline-message';
import { MINUTE } from '../../shared/time/duration';

/** In milliseconds that an offline activation may take; any gateway gives it less. */
export const OFFLINE_TIME_LIMIT = 15 * MINUTE;

/**
 * Whether the image may still lead to a device. A phone without a network has its own clock alone, and with one that is
 * that wrong, in either direction, no one-time password would be accepted.
 * @param now the phone's clock
 */
export function isOfflineImageCurrent({ licence }: OfflineMessage1, now: Date): boolean {
  return Math.abs(now.getTime() - licence.serverTime.getTime()) < OFFLINE_TIME_LIMIT;
}
