import { bigIntegerFromBytes } from '../../wire/crypto/big-integer';
import { PRIVATE_KEY_BYTES } from '../../wire/crypto/provisioning-profile';
import { parseActivationPayload } from '../../shared/codes/activation-payload';
import type { Random } from '../../shared/random';
import { readImageLink } from '../../shared/codes/app-link';
import { accept, refuse, type Result } from '../../shared/result';
import type { Scanned } from './activation-steps';
import type { GatewayAddress } from '../gateway-address';

/** Parses an activation's payload, or an image's link to it, and draws SRP's `a`. Sends nothing. */
export function beginActivation(
  text: string,
  gateway: GatewayAddress,
  random: Random,
): Result<Scanned, 'not-an-activation-payload' | 'other-gateway'> {
  const link = readImageLink(text);
  const payload = parseActivationPayload(link?.payload ?? text);
  if (!payload.ok) return payload;
  if (link && gateway.websites && !gateway.websites.includes(link.origin)) return refuse('other-gateway');
  const { gatewayId } = payload.value;
  if (gatewayId !== undefined && gatewayId !== gateway.gatewayId) return refuse('other-gateway');
  return accept({ payload: payload.value, gateway, a: bigIntegerFromBytes(random.bytes(PRIVATE_KEY_BYTES)) });
}
