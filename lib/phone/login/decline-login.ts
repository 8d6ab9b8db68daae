import { sealLoginRefusal } from '../../crypto/messages/login-refusal-message';
import { hexFromBytes } from '../../shared/bytes';
import type { Random } from '../../shared/random';
import { accept, refuse, type Result } from '../../shared/result';
import { callService } from '../call-service';
import { loginRefusalFrom } from './login-refusal-from';
import type { LoginRefusal, LoginRequest } from './login-steps';

/**
 * Says no, `cancelAuthUser`: `cancelled` when the person has changed their mind, `not-me` when they did not ask to be
 * signed in, which the website records and shows.
 * @throws GatewayFailure when the gateway fails
 */
export async function declineLogin(
  { request, device, gateway, way }: LoginRequest,
  reason: 'cancelled' | 'not-me',
  random: Random,
  signal?: AbortSignal,
): Promise<Result<null, LoginRefusal>> {
  const { instanceId, instanceKey } = device;
  const message = { challengeKey: request.challengeKey, reason };
  const sealed = await sealLoginRefusal(instanceKey, instanceId, message, random.bytes(12));
  const fields = { serialNumber: instanceId, challengeKey: hexFromBytes(sealed) };
  const reply = await callService(gateway, `authentication/${way}/cancelAuthUser`, fields, signal);
  return reply.ok ? accept(null) : refuse(loginRefusalFrom(reply.refusal));
}
