import { signLogin } from '../../wire/crypto/messages/login-signature';
import { accept, refuse, type Result } from '../../shared/result';
import { callService, type Channel, type StepRefusal } from '../call-service';
import { isLoginNumber, type LoginRefusal, type LoginRequest } from './login-steps';
import { sealLoginRefusal } from '../../wire/crypto/messages/login-refusal-message';
import { hexFromBytes } from '../../shared/bytes';
import type { Random } from '../../shared/random';

const REFUSALS: Record<StepRefusal, LoginRefusal> = {
  'registration-not-found': 'login-not-found',
  'not-accepted': 'wrong-number',
  paused: 'paused',
  refused: 'login-refused',
};

/**
 * Confirms a sign-in with the typed number (`authUser`). A challenge allows one try; any refusal ends it.
 * @throws GatewayFailure when the gateway fails; the same call can be repeated
 * @throws RangeError unless `isLoginNumber`
 */
export async function answerLogin(
  { request, device, gateway, way }: LoginRequest,
  number: string,
  channel?: Channel,
): Promise<Result<null, LoginRefusal>> {
  if (!isLoginNumber(number)) throw new RangeError('a login number has two digits, 10 to 99');
  const { challengeKey, origin, userId, domain } = request;
  const { instanceId, instanceKey } = device;
  const signature = await signLogin(instanceKey, { challengeKey, instanceId, userId, domain, origin, number });
  const fields = { userID: userId, domain, challengeKey, signature };
  const reply = await callService(gateway, `authentication/${way}/authUser`, fields, channel);
  return reply.ok ? accept(null) : refuse(loginRefusalFrom(reply.refusal));
}

/**
 * Declines a sign-in (`cancelAuthUser`). `cancelled`: the user has changed their mind. `not-me`: the user did not ask to sign
 * in; the website records and shows it.
 * @throws GatewayFailure when the gateway fails
 */
export async function declineLogin(
  { request, device, gateway, way }: LoginRequest,
  reason: 'cancelled' | 'not-me',
  random: Random,
  channel?: Channel,
): Promise<Result<null, LoginRefusal>> {
  const { instanceId, instanceKey } = device;
  const message = { challengeKey: request.challengeKey, reason };
  const sealed = await sealLoginRefusal(instanceKey, instanceId, message, random.bytes(12));
  const fields = { serialNumber: instanceId, challengeKey: hexFromBytes(sealed) };
  const reply = await callService(gateway, `authentication/${way}/cancelAuthUser`, fields, channel);
  return reply.ok ? accept(null) : refuse(loginRefusalFrom(reply.refusal));
}

export function loginRefusalFrom(refusal: StepRefusal): LoginRefusal {
  return REFUSALS[refusal];
}
