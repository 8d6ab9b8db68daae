import type { OfflineMessage1 } from '../../wire/crypto/messages/offline-message';
import { MINUTE } from '../../shared/time/duration';

/* Apart from `offline-images.ts`, because every start of the app needs it, which should not load the images' cryptography. */

/** In milliseconds. No gateway allows an offline activation more time. */
export const OFFLINE_TIME_LIMIT = 15 * MINUTE;

/**
 * Whether an image is recent by the phone's clock, the only one without a network. If that clock is further off, in either
 * direction, the gateway would accept no one-time password anyway.
 * @param now the phone's clock
 */
export function isOfflineImageCurrent({ licence }: OfflineMessage1, now: Date): boolean {
  return Math.abs(now.getTime() - licence.serverTime.getTime()) < OFFLINE_TIME_LIMIT;
}
