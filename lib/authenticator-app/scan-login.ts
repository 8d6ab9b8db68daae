import { parseLoginCode } from '../shared/login-code';
import { accept, refuse, type Result } from '../shared/result';
import type { GatewayAddress } from './gateway-address';
import type { ScannedLogin } from './login-steps';

/** Checks what was scanned, before anything is sent. @param gateway the one that the device was activated at */
export function scanLogin(
  text: string,
  gateway: GatewayAddress,
): Result<ScannedLogin, 'not-a-login-code' | 'other-gateway'> {
  const code = parseLoginCode(text);
  if (!code.ok) return code;
  return code.value.gatewayId === gateway.gatewayId ? accept({ code: code.value, gateway }) : refuse('other-gateway');
}
