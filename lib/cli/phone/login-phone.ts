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

/** What the phone says of each request. */
const SIGN_IN = { question: 'Sign in to', done: 'Signed in.', refused: 'Nobody was signed in.' };
const WORDS: Record<LoginRequest['request']['purpose'], typeof SIGN_IN> = {
  'sign-in': SIGN_IN,
  'sign-in-here': SIGN_IN,
  'bind-device': { question: 'Confirm adding a device at', done: 'Confirmed.', refused: 'No device was added.' },
  'step-up': { question: 'Confirm a change at', done: 'Confirmed.', refused: 'Nothing was changed.' },
  'caller-check': {
    question: 'Confirm your call to the helpdesk of',
    done: 'Confirmed.',
    refused: 'Nothing was confirmed.',
  },
};

export type LoginPhoneInput = {
  /** The image's text. */
  text: string;
  /** At least one; the first that answers is taken. */
  siteUrls: readonly string[];
  instance: Instance;
  pin: string;
  /** What the command is for: only that is answered. */
  asksFor: 'sign-in' | 'confirmation';
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
  asksFor,
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
  const { origin, address, browser, secondsLeft, purpose } = login.value.request;
  if ((purpose === 'sign-in') !== (asksFor === 'sign-in')) {
    await sendAnswer(login.value, 'cancelled', systemRandom);
    return refuse('other-request');
  }
  const { question, done, refused } = WORDS[purpose];
  say(`${question} ${origin} as ${userId}?`);
  say(
    `${browser}${address === '' ? '' : `, ${address}`} asks. Only go on if that is you, on a page you opened yourself.`,
  );
  say(`The page that asks shows a number of two digits (${secondsLeft} s left).`);

  const decision = await decide(login.value);
  const isNumber = typeof decision === 'string' || isLoginNumber(decision.number);
  const { sent } = await sendAnswer(login.value, isNumber ? decision : 'cancelled', systemRandom);
  if (!isNumber) return refuse('not-a-login-number');
  if (!sent.ok) return sent;
  say(sentenceAfter(decision, done, refused));
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

function sentenceAfter(answer: LoginAnswer, done: string, refused: string): string {
  switch (answer) {
    case 'not-me':
      return `Reported: that was not you. ${refused}`;
    case 'cancelled':
      return `Cancelled. ${refused}`;
    default:
      return done;
  }
}
