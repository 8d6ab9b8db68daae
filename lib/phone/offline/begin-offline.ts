import { generateDeviceCode } from '../../crypto/messages/device-code';
import type { OfflineMessage1 } from '../../crypto/messages/offline-message';
import type { Random } from '../../shared/random';
import type { Begun } from './offline-steps';

/** Draws the device code for the first image. @param now the phone's clock */
export async function beginOffline(message: OfflineMessage1, random: Random, now: Date): Promise<Begun> {
  return { ...message, deviceCode: await generateDeviceCode(message.licence.licenceKey, random), begunAt: now };
}
