import { callService } from './call-service';
import type { GatewayAddress } from './gateway-address';
import { GatewayFailure } from './gateway-failure';

/**
 * Asks the gateway for its time (`getServerTime`, OneSpan §3.2), which it tells in whole seconds.
 * @param now the phone's clock, in milliseconds since 1970
 * @returns whole seconds that the phone is ahead (positive) or behind (negative)
 * @throws GatewayFailure when the gateway fails
 */
export async function measureClockDrift(gateway: GatewayAddress, now: () => number): Promise<number> {
  const asked = now();
  const reply = await callService(gateway, 'provisioning/getServerTime', {});
  const answered = now();
  const serverTime = reply.ok ? reply.value['serverTime'] : null;
  if (typeof serverTime !== 'number') throw new GatewayFailure('malformed-reply');
  // The answer is half a second old on average, and half of the way back.
  return Math.round((asked + answered) / 2_000 - (serverTime + 0.5));
}
