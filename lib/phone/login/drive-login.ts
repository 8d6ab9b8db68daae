import type { Random } from '../../shared/random';
import { accept, type Result } from '../../shared/result';
import type { Channel } from '../call-service';
import { untilAnswered } from '../until-answered';
import { answerLogin, declineLogin } from './answer-login';
import { fetchLoginRequest, openPushedLogin } from './fetch-login-request';
import type { LoginAnswer, LoginDevice, LoginRefusal, LoginRequest, LoginSource } from './login-steps';

/** Reads a sign-in request, with retries. @throws GatewayFailure when the gateway fails and retries do not help */
export async function readLogin(
  source: LoginSource,
  device: LoginDevice,
  random: Random,
  channel?: Channel,
): Promise<Result<LoginRequest, LoginRefusal | 'gateway-not-genuine'>> {
  const challenge = source.way === 'push' ? await openPushedLogin(source, device) : accept(source);
  if (!challenge.ok) return challenge;
  return untilAnswered(() => fetchLoginRequest(challenge.value, device, random, channel), channel?.signal);
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
