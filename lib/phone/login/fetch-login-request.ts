import { sealLoginReading } from '../../wire/crypto/messages/login-reading-message';
import { openLoginRequest } from '../../wire/crypto/messages/login-request-message';
import { hexFromBytes } from '../../shared/bytes';
import type { Random } from '../../shared/random';
import { accept, refuse, type Result } from '../../shared/result';
import { callService, readHex, type Channel } from '../call-service';
import { loginRefusalFrom } from './answer-login';
import type { LoginChallenge, LoginDevice, LoginRefusal, LoginRequest, PushedLogin } from './login-steps';
import { openPush } from '../../wire/crypto/messages/push-message';

/**
 * Reads a sign-in request (`getPreparedSecureChallenge`). This consumes the challenge: no other phone can read it. The call
 * is encrypted under the instance key, so the PIN comes first. The answer is due within `request.secondsLeft`.
 * @throws GatewayFailure when the gateway fails
 */
export async function fetchLoginRequest(
  { way, challengeKey, gateway }: LoginChallenge,
  device: LoginDevice,
  random: Random,
  channel?: Channel,
): Promise<Result<LoginRequest, LoginRefusal | 'gateway-not-genuine'>> {
  const { instanceId, instanceKey, userId, domain } = device;
  const wrapped = await sealLoginReading(instanceKey, instanceId, challengeKey, random.bytes(12));
  const fields = { serialNumber: instanceId, challengeKey: hexFromBytes(wrapped) };
  const reply = await callService(gateway, `authentication/${way}/getPreparedSecureChallenge`, fields, channel);
  if (!reply.ok) return refuse(loginRefusalFrom(reply.refusal));
  const result = await openLoginRequest(instanceKey, instanceId, readHex(reply.value, 'requestMessage'));
  if (!result.ok) return refuse('gateway-not-genuine');
  const request = result.value;
  // A replayed message of another challenge would have the user answer a request that they do not see.
  const isAnswer = request.challengeKey === challengeKey && request.userId === userId && request.domain === domain;
  return isAnswer ? accept({ request, device, gateway, way }) : refuse('gateway-not-genuine');
}

/** Decrypts a pushed challenge. This does not consume it. */
export async function openPushedLogin(
  { message, gateway }: PushedLogin,
  { instanceId, instanceKey }: LoginDevice,
): Promise<Result<LoginChallenge, 'gateway-not-genuine'>> {
  const challengeKey = await openPush(instanceKey, instanceId, message);
  return challengeKey.ok
    ? accept({ way: 'push', challengeKey: challengeKey.value, gateway })
    : refuse('gateway-not-genuine');
}
