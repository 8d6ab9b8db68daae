import { accept, type Result } from '../shared/result';
import { callService, type Channel, type StepRefusal } from './call-service';
import type { GatewayAddress } from './gateway-address';
import { GatewayFailure } from './gateway-failure';

/**
 * Asks for the gateway's time (`getServerTime`, OneSpan §3.2).
 * @returns whole seconds since 1970
 * @throws GatewayFailure when the gateway fails
 */
export async function fetchServerTime(
  gateway: GatewayAddress,
  channel?: Channel,
): Promise<Result<number, StepRefusal>> {
  const reply = await callService(gateway, 'provisioning/getServerTime', {}, channel);
  if (!reply.ok) return reply;
  const { serverTime } = reply.value;
  if (typeof serverTime !== 'number') throw new GatewayFailure('malformed-reply');
  return accept(serverTime);
}
