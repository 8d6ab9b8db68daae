import { answerLogin, declineLogin } from '../../phone/login/answer-login';
import { fetchLoginRequest, scanLogin } from '../../phone/login/fetch-login-request';
import { fetchGatewayAddress } from '../../phone/gateway-address';
import type { Instance } from '../../phone/accounts/instance';
import { isLoginNumber, type LoginRequest } from '../../phone/login/login-steps';
import { unprotectKey } from '../../phone/keys/protected-key';
import { untilAnswered } from '../../phone/until-answered';
import { systemRandom } from '../../shared/random';
import { accept, refuse, type Result } from '../../shared/result';
import type { PhoneProblem } from './phone-words';

/** What the person does with a login request: type a number, or say no. */
export type LoginDecision = { number: string } | 'cancelled' | 'not-me';

export type LoginPhoneInput = {
  /** What the image says. */
  text: string;
  siteUrl: string;
  instance: Instance;
  pin: string;
  /** Asked once it is known who wants to sign in. */
  decide: (login: LoginRequest) => Promise<LoginDecision>;
  say: (line: string) => void;
};

/** Signs in to the website with the phone, one line said for each step. @throws GatewayFailure when the gateway fails */
export async function loginPhone({
  text,
  siteUrl,
  instance,
  pin,
  decide,
  say,
}: LoginPhoneInput): Promise<Result<null, PhoneProblem>> {
  const scanned = scanLogin(text, await fetchGatewayAddress(siteUrl));
  if (!scanned.ok) return scanned;
  const { instanceId, userId, domain } = instance;
  const key = await unprotectKey(instance.protectedKey, pin, instanceId);
  if (!key.ok) return key;
  const device = { instanceId, userId, domain, instanceKey: key.value };
  const login = await untilAnswered(() => fetchLoginRequest(scanned.value, device, systemRandom));
  if (!login.ok) return login;
  const { origin, address, browser, secondsLeft } = login.value.request;
  say(`Sign in to ${origin} as ${userId}?`);
  say(
    `${browser}${address === '' ? '' : `, ${address}`} asks. Only go on if that is you, on a page you opened yourself.`,
  );
  say(`The page that asks shows a number of two digits (${secondsLeft} s left).`);

  const decision = await decide(login.value);
  if (typeof decision === 'string') {
    const declined = await untilAnswered(() => declineLogin(login.value, decision, systemRandom));
    if (!declined.ok) return declined;
    say(
      decision === 'not-me' ? 'Reported: that was not you. Nobody was signed in.' : 'Cancelled. Nobody was signed in.',
    );
    return accept(null);
  }
  if (!isLoginNumber(decision.number)) {
    await declineLogin(login.value, 'cancelled', systemRandom);
    return refuse('not-a-login-number');
  }
  const answered = await untilAnswered(() => answerLogin(login.value, decision.number));
  if (!answered.ok) return answered;
  say('Signed in.');
  return accept(null);
}
