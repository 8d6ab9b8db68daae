import { parseActivationPayload } from '../shared/activation-payload';
import { accept, refuse, type Result } from '../shared/result';
import type { Scanned } from './activation-steps';
import type { GatewayAddress } from './gateway-address';

/** Checks what was scanned, tapped or typed, before anything is sent. */
export function beginActivation(
  text: string,
  gateway: GatewayAddress,
): Result<Scanned, 'not-an-activation-payload' | 'other-gateway'> {
  const payload = parseActivationPayload(text);
  if (!payload.ok) return payload;
  const { gatewayId } = payload.value;
  if (gatewayId !== undefined && gatewayId !== gateway.gatewayId) return refuse('other-gateway');
  return accept({ payload: payload.value, gateway });
}
