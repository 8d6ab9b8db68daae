import type { ImageSignature } from '../../wire/image/colour/image-signature';
import { SECOND } from '../../shared/time/duration';
import type { GatewayAddress } from '../gateway-address';
import { GatewayFailure } from '../gateway-failure';
import { measureClockDrift } from '../measure-clock-drift';

/** In seconds: tolerance for the clocks of website and gateway, and for the measurement. */
const SLACK = 5;

/**
 * Whether an image has expired at its gateway. The phone's clock may be wrong, so an image that looks too old, or issued in
 * the future, is checked against the gateway's clock.
 * @param signature a verified one
 * @param now the phone's clock, in milliseconds since 1970
 * @returns false also when the gateway cannot be reached; it refuses an expired image itself
 */
export async function isTooOld(
  { issuedAt }: ImageSignature,
  gateway: GatewayAddress,
  now: () => number,
): Promise<boolean> {
  const { imageSeconds } = gateway;
  if (imageSeconds === undefined) return false;
  const age = now() / SECOND - issuedAt;
  if (age > -SLACK && age < imageSeconds + SLACK) return false;
  try {
    return age - (await measureClockDrift(gateway, now)) >= imageSeconds + SLACK;
  } catch (error) {
    if (error instanceof GatewayFailure) return false;
    throw error;
  }
}
