import { readLogin, sendAnswer } from '../../phone/login/drive-login';
import { scanLogin } from '../../phone/login/scan-login';
import { fetchGatewayAddress, type GatewayAddress } from '../../phone/gateway-address';
import { GatewayFailure } from '../../phone/gateway-failure';
import type { Instance } from '../../phone/accounts/instance';
import { isLoginNumber, type LoginAnswer, type LoginRequest } from '../../phone/login/login-steps';
import { unprotectKey } from '../../phone/keys/protected-key';
import { systemRandom } from '../../shared/random';
import { refuse, type Result } from '../../shared/result';
import type { PhoneProblem } from '../../phone/phone-problem';

export type LoginPhoneInput = {
  /** The image's text. */
  text: string;
  /** At least one; the first that answers is taken. */
  siteUrls: readonly string[];
  instance: Instance;
  pin: string;
  /** Called after the request is read and printed. */
  decide: (login: LoginRequest) => Promise<LoginAnswer>;
  say: (line: string) => void;
};

/** Signs in to the website; prints a line for each step. @throws GatewayFailure when the gateway fails */
export async function loginPhone({
  text,
  siteUrls,
  instance,
  pin,
  decide,
  say,
}: LoginPhoneInput): Promise<Result<null, PhoneProblem>> {
  const scanned = scanLogin(text, await firstAddress(siteUrls));
  if (!scanned.ok) return scanned;
  const { instanceId, userId, domain } = instance;
  const key = await unprotectKey(instance.protectedKey, pin, instanceId);
  if (!key.ok) return key;
  const device = { instanceId, userId, domain, instanceKey: key.value };
  const login = await readLogin(scanned.value, device, systemRandom);
  if (!login.ok) return login;
  const { origin, address, browser, secondsLeft } = login.value.request;
  say(`Sign in to ${origin} as ${userId}?`);
  say(
    `${browser}${address === '' ? '' : `, ${address}`} asks. Only go on if that is you, on a page you opened yourself.`,
  );
  say(`The page that asks shows a number of two digits (${secondsLeft} s left).`);

  const decision = await decide(login.value);
  const isNumber = typeof decision === 'string' || isLoginNumber(decision.number);
  const { sent } = await sendAnswer(login.value, isNumber ? decision : 'cancelled', systemRandom);
  if (!isNumber) return refuse('not-a-login-number');
  if (!sent.ok) return sent;
  say(sentenceAfter(decision));
  return sent;
}

async function firstAddress([siteUrl = '', ...others]: readonly string[]): Promise<GatewayAddress> {
  try {
    return await fetchGatewayAddress(siteUrl);
  } catch (error) {
    if (others.length === 0 || !(error instanceof GatewayFailure)) throw error;
    return firstAddress(others);
  }
}

function sentenceAfter(answer: LoginAnswer): string {
  switch (answer) {
    case 'not-me':
      return 'Reported: that was not you. Nobody was signed in.';
    case 'cancelled':
      return 'Cancelled. Nobody was signed in.';
    default:
      return 'Signed in.';
  }
}
