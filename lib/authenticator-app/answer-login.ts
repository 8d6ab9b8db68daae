import { signLogin } from '../crypto/login-signature';
import { accept, refuse, type Result } from '../shared/result';
import { callService } from './call-service';
import { loginRefusalFrom } from './login-refusal-from';
import type { LoginRefusal, LoginRequest } from './login-steps';

/**
 * Says yes with the number that the person chose, `authUser`. There is one try; after any refusal a new challenge is needed.
 * @param number one of `request.numbers`
 * @throws GatewayFailure when the gateway fails; whether the answer arrived is then not known
 */
export async function answerLogin(
  { request, device, gateway, way }: LoginRequest,
  number: string,
  signal?: AbortSignal,
): Promise<Result<null, LoginRefusal | 'number-not-offered'>> {
  if (!request.numbers.includes(number)) return refuse('number-not-offered');
  const { challengeKey, origin, userId, domain } = request;
  const { instanceId, instanceKey } = device;
  const signature = await signLogin(instanceKey, { challengeKey, instanceId, userId, domain, origin, number });
  const fields = { userID: userId, domain, challengeKey, signature };
  const reply = await callService(gateway, `authentication/${way}/authUser`, fields, signal);
  return reply.ok ? accept(null) : refuse(loginRefusalFrom(reply.refusal));
}
