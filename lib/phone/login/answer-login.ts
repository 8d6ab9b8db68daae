import { signLogin } from '../../crypto/messages/login-signature';
import { accept, refuse, type Result } from '../../shared/result';
import { callService } from '../call-service';
import { loginRefusalFrom } from './login-refusal-from';
import { isLoginNumber, type LoginRefusal, type LoginRequest } from './login-steps';

/**
 * Says yes with the number that the person typed, `authUser`. There is one try; after any refusal a new challenge is needed.
 * @param number see `isLoginNumber`
 * @throws GatewayFailure when the gateway fails; the same answer can be given again
 * @throws RangeError when the number is none
 */
export async function answerLogin(
  { request, device, gateway, way }: LoginRequest,
  number: string,
  signal?: AbortSignal,
): Promise<Result<null, LoginRefusal>> {
  if (!isLoginNumber(number)) throw new RangeError('not a number that a website shows');
  const { challengeKey, origin, userId, domain } = request;
  const { instanceId, instanceKey } = device;
  const signature = await signLogin(instanceKey, { challengeKey, instanceId, userId, domain, origin, number });
  const fields = { userID: userId, domain, challengeKey, signature };
  const reply = await callService(gateway, `authentication/${way}/authUser`, fields, signal);
  return reply.ok ? accept(null) : refuse(loginRefusalFrom(reply.refusal));
}
