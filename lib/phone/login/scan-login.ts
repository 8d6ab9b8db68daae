import { parseLoginCode } from '../../shared/codes/login-code';
import { accept, refuse, type Result } from '../../shared/result';
import type { GatewayAddress } from '../gateway-address';
import type { ScannedLogin } from './login-steps';

/** Checks what was scanned, before anything is sent. @param gateway the one that the device was activated at */
export function scanLogin(
  text: string,
  gateway: GatewayAddress,
): Result<ScannedLogin, 'not-a-login-code' | 'other-gateway'> {
  const code = parseLoginCode(text);
  if (!code.ok) return code;
  const { challengeKey, gatewayId } = code.value;
  return gatewayId === gateway.gatewayId ? accept({ way: 'scan', challengeKey, gateway }) : refuse('other-gateway');
}
