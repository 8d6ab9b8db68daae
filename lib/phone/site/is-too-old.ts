import type { ImageSignature } from '../../image/colour/image-signature';
import { SECOND } from '../../shared/time/duration';
import type { GatewayAddress } from '../gateway-address';
import { GatewayFailure } from '../gateway-failure';
import { measureClockDrift } from '../measure-clock-drift';

/** In seconds: website, gateway and the measurement may differ by as much. */
const SLACK = 5;

/**
 * Whether an image was issued so long ago that its gateway no longer knows it. The phone's clock alone condemns none:
 * what looks too old by it, or not issued yet, is looked at again by the gateway's clock.
 * @param signature verified
 * @param now the phone's clock, in milliseconds since 1970
 * @returns false also when it cannot be known; the gateway has the last word
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
