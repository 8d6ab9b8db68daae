import { signLogin } from '../../crypto/messages/login-signature';
import { accept, refuse, type Result } from '../../shared/result';
import { callService, type StepRefusal } from '../call-service';
import { isLoginNumber, type LoginRefusal, type LoginRequest } from './login-steps';
import { sealLoginRefusal } from '../../crypto/messages/login-refusal-message';
import { hexFromBytes } from '../../shared/bytes';
import type { Random } from '../../shared/random';

const REFUSALS: Record<StepRefusal, LoginRefusal> = {
  'registration-not-found': 'login-not-found',
  'not-accepted': 'wrong-number',
  paused: 'paused',
  refused: 'login-refused',
};

/**
 * Says yes with the number that the person typed, `authUser`. There is one try; after any refusal a new challenge is needed.
 * @param number see `isLoginNumber`
 * @throws GatewayFailure when the gateway fails; the same answer can be given again
 * @throws RangeError when the number is none
 */
export async function answerLogin(
  { request, device, gateway, way }: LoginRequest,
  number: string,
): Promise<Result<null, LoginRefusal>> {
  if (!isLoginNumber(number)) throw new RangeError('not a number that a website shows');
  const { challengeKey, origin, userId, domain } = request;
  const { instanceId, instanceKey } = device;
  const signature = await signLogin(instanceKey, { challengeKey, instanceId, userId, domain, origin, number });
  const fields = { userID: userId, domain, challengeKey, signature };
  const reply = await callService(gateway, `authentication/${way}/authUser`, fields);
  return reply.ok ? accept(null) : refuse(loginRefusalFrom(reply.refusal));
}

/**
 * Says no, `cancelAuthUser`: `cancelled` when the person has changed their mind, `not-me` when they did not ask to be
 * signed in, which the website records and shows.
 * @throws GatewayFailure when the gateway fails
 */
export async function declineLogin(
  { request, device, gateway, way }: LoginRequest,
  reason: 'cancelled' | 'not-me',
  random: Random,
): Promise<Result<null, LoginRefusal>> {
  const { instanceId, instanceKey } = device;
  const message = { challengeKey: request.challengeKey, reason };
  const sealed = await sealLoginRefusal(instanceKey, instanceId, message, random.bytes(12));
  const fields = { serialNumber: instanceId, challengeKey: hexFromBytes(sealed) };
  const reply = await callService(gateway, `authentication/${way}/cancelAuthUser`, fields);
  return reply.ok ? accept(null) : refuse(loginRefusalFrom(reply.refusal));
}

/** What a service's refusal means for a login. */
export function loginRefusalFrom(refusal: StepRefusal): LoginRefusal {
  return REFUSALS[refusal];
}
