import type { Random } from '../../shared/random';
import { signReturn } from '../../wire/crypto/messages/login-signature';
import { sha256 } from '../../wire/crypto/hash';
import { hexFromBytes, utf8 } from '../../shared/bytes';
import { accept, refuse, type Result } from '../../shared/result';
import type { Channel } from '../call-service';
import { untilAnswered } from '../until-answered';
import { answerLogin, declineLogin } from './answer-login';
import { fetchLoginRequest, openPushedLogin } from './fetch-login-request';
import type { LoginAnswer, LoginChallenge, LoginDevice, LoginRefusal, LoginRequest, LoginSource } from './login-steps';

/** Reads a sign-in request, with retries. @throws GatewayFailure when the gateway fails and retries do not help */
export async function readLogin(
  source: LoginSource,
  device: LoginDevice,
  random: Random,
  channel?: Channel,
): Promise<Result<LoginRequest, LoginRefusal | 'gateway-not-genuine'>> {
  const challenge = await challengeOf(source, device);
  if (!challenge.ok) return challenge;
  const login = await untilAnswered(() => fetchLoginRequest(challenge.value, device, random, channel), channel?.signal);
  if (!login.ok) return login;
  // One that the phone's own browser has started is answered without a number, and never as somebody else's image.
  const isForHere = login.value.request.purpose === 'sign-in-here';
  return isForHere === (source.way === 'link') ? login : refuse('not-here');
}

/**
 * Answers a sign-in request, with retries.
 * @returns with a refusal, whether an earlier try of this call may have worked
 * @throws GatewayFailure when the gateway fails and retries do not help
 */
export async function sendAnswer(
  login: LoginRequest,
  answer: LoginAnswer,
  random: Random,
  channel?: Channel,
): Promise<{ sent: Result<null, LoginRefusal>; isRepeated: boolean }> {
  let isRepeated = false;
  const result = await untilAnswered((mayHaveWorked) => {
    isRepeated = mayHaveWorked;
    return typeof answer === 'string'
      ? declineLogin(login, answer, random, channel)
      : answerLogin(login, answer.number, channel);
  }, channel?.signal);
  return { sent: result, isRepeated };
}

async function challengeOf(
  source: LoginSource,
  device: LoginDevice,
): Promise<Result<LoginChallenge, 'gateway-not-genuine'>> {
  if (source.way === 'push') return openPushedLogin(source, device);
  const { challengeKey, gateway } = source;
  return accept({ way: 'scan', challengeKey, gateway });
}

/** What the phone hands to its own browser once the website was told yes; see `signReturn`. */
export async function returnTo({ request, device }: LoginRequest): Promise<string> {
  const keyHash = hexFromBytes(await sha256(utf8(request.challengeKey)));
  return signReturn(device.instanceKey, { keyHash, instanceId: device.instanceId, origin: request.origin });
}
