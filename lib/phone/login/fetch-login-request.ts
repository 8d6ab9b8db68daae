import { sealLoginReading } from '../../crypto/messages/login-reading-message';
import { openLoginRequest } from '../../crypto/messages/login-request-message';
import { hexFromBytes } from '../../shared/bytes';
import type { Random } from '../../shared/random';
import { accept, refuse, type Result } from '../../shared/result';
import { callService, readHex } from '../call-service';
import { loginRefusalFrom } from './answer-login';
import type { LoginChallenge, LoginDevice, LoginRefusal, LoginRequest, ScannedLogin, PushedLogin } from './login-steps';
import { parseLoginCode } from '../../shared/codes/login-code';
import type { GatewayAddress } from '../gateway-address';
import { openPush } from '../../crypto/messages/push-message';

/**
 * Reads who asks, `getPreparedSecureChallenge`. That consumes the challenge: no other phone can read it again. The key is
 * wrapped with the device's own, so the PIN has to be asked for before. Must be answered within `request.secondsLeft`.
 * @throws GatewayFailure when the gateway fails
 */
export async function fetchLoginRequest(
  { way, challengeKey, gateway }: LoginChallenge,
  device: LoginDevice,
  random: Random,
): Promise<Result<LoginRequest, LoginRefusal | 'gateway-not-genuine'>> {
  const { instanceId, instanceKey, userId, domain } = device;
  const wrapped = await sealLoginReading(instanceKey, instanceId, challengeKey, random.bytes(12));
  const fields = { serialNumber: instanceId, challengeKey: hexFromBytes(wrapped) };
  const reply = await callService(gateway, `authentication/${way}/getPreparedSecureChallenge`, fields);
  if (!reply.ok) return refuse(loginRefusalFrom(reply.refusal));
  const opened = await openLoginRequest(instanceKey, instanceId, readHex(reply.value, 'requestMessage'));
  if (!opened.ok) return refuse('gateway-not-genuine');
  const request = opened.value;
  // A message of another challenge, kept and sent again, would have the person answer what they do not see.
  const isAnswer = request.challengeKey === challengeKey && request.userId === userId && request.domain === domain;
  return isAnswer ? accept({ request, device, gateway, way }) : refuse('gateway-not-genuine');
}

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

/** Opens what the gateway has sent to a device, once the PIN has opened the device's key. Nothing is used up by it. */
export async function openPushedLogin(
  { message, gateway }: PushedLogin,
  { instanceId, instanceKey }: LoginDevice,
): Promise<Result<LoginChallenge, 'gateway-not-genuine'>> {
  const challengeKey = await openPush(instanceKey, instanceId, message);
  return challengeKey.ok
    ? accept({ way: 'push', challengeKey: challengeKey.value, gateway })
    : refuse('gateway-not-genuine');
}
