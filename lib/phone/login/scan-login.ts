import { parseLoginCode, readLoginLink } from '../../shared/codes/login-code';
import { accept, refuse, type Result } from '../../shared/result';
import type { GatewayAddress } from '../gateway-address';
import type { ScannedLogin } from './login-steps';

/*
 * Apart from `fetch-login-request.ts`, because the scan screen needs it, which should not load the messages of a login.
 */

/** Parses a sign-in image, which is a link or, of pages from before an upgrade, a code. Sends nothing. @param gateway at which the device was activated */
export function scanLogin(
  text: string,
  gateway: GatewayAddress,
): Result<ScannedLogin, 'not-a-login-code' | 'other-gateway'> {
  const link = readLoginLink(text);
  if (link) {
    const { origin, challengeKey } = link;
    if (origin !== null && gateway.websites && !gateway.websites.includes(origin)) return refuse('other-gateway');
    return accept({ way: 'scan', challengeKey, gateway });
  }
  const code = parseLoginCode(text);
  if (!code.ok) return code;
  const { challengeKey, gatewayId } = code.value;
  return gatewayId === gateway.gatewayId ? accept({ way: 'scan', challengeKey, gateway }) : refuse('other-gateway');
}
