import { parseLoginCode } from '../../shared/codes/login-code';
import { accept, refuse, type Result } from '../../shared/result';
import type { GatewayAddress } from '../gateway-address';
import type { ScannedLogin } from './login-steps';

/*
 * Apart from `fetch-login-request.ts`, because the scan screen needs it, which should not load the messages of a login.
 */

/** Parses a sign-in image. Sends nothing. @param gateway at which the device was activated */
export function scanLogin(
  text: string,
  gateway: GatewayAddress,
): Result<ScannedLogin, 'not-a-login-code' | 'other-gateway'> {
  const code = parseLoginCode(text);
  if (!code.ok) return code;
  const { challengeKey, gatewayId } = code.value;
  return gatewayId === gateway.gatewayId ? accept({ way: 'scan', challengeKey, gateway }) : refuse('other-gateway');
}
