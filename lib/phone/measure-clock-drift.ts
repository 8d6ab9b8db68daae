import { callService } from './call-service';
import type { GatewayAddress } from './gateway-address';
import { GatewayFailure } from './gateway-failure';

/**
 * Compares the phone's clock with the gateway's (`getServerTime`, OneSpan §3.2, in whole seconds).
 * @param now the phone's clock, in milliseconds since 1970
 * @returns whole seconds; positive when the phone is ahead
 * @throws GatewayFailure when the gateway fails
 */
export async function measureClockDrift(gateway: GatewayAddress, now: () => number): Promise<number> {
  const sentAt = now();
  const reply = await callService(gateway, 'provisioning/getServerTime', {});
  const receivedAt = now();
  const serverTime = reply.ok ? reply.value['serverTime'] : null;
  if (typeof serverTime !== 'number') throw new GatewayFailure('malformed-reply');
  // Truncation to whole seconds loses half a second on average; the time of the reply is taken as the middle of the call.
  return Math.round((sentAt + receivedAt) / 2_000 - (serverTime + 0.5));
}
