import { parseArgs } from 'node:util';
import { currentOneTimePassword } from '../../phone/accounts/one-time-password-at';
import { GatewayFailure } from '../../phone/gateway-failure';
import type { CodeSource } from '../../phone/site/judge-image';
import { checkGuessable, checkPin, type PinPolicy } from '../../phone/keys/pin-policy';
import { isLoginNumber, type LoginAnswer } from '../../phone/login/login-steps';
import { readImageLink, separateTicket } from '../../shared/codes/app-link';
import { readActivationLink } from '../../phone/scanning/classify-code';
import { beginsOfflineMessage } from '../../phone/scanning/code-prefixes';
import type { ScannedCode } from '../../phone/scanning/scan-code';
import { findDataDirectory } from '../../config/data-directory/data-directory';
import { findSite } from '../../config/data-directory/running-site';
import { accept, refuse, type Result } from '../../shared/result';
import { activatePhone } from './activate-phone';
import { activatePhoneOffline } from './activate-phone-offline';
import { askHidden } from '../ask-hidden';
import { calledAs } from '../called-as.mjs';
import { readImage, nextImage } from './read-image';
import { readLine } from '../read-line';
import { loginPhone } from './login-phone';
import { PendingFile } from './pending-file';
import { PhoneStore, type StoredInstance } from './phone-store';
import { sentenceFor, type PhoneProblem } from '../../phone/phone-problem';
import { SiteKeyFile } from './site-key-file';
import { HELP_OPTION } from '../run-command';

/** One way to call it, as wide as a column. */
const usage = (args: string) => `${calledAs('phone')} ${args}`.padEnd(51);

export const PHONE_USAGE = `A phone in the terminal.

  ${usage('--image shot.png [--pin 135790]')}activate from a screenshot of the activation page (PNG)
  ${usage('--link URL | --payload TEXT')}activate from the page's link, or from what the image says
                                                     (the first image of an activation without a network prints a
                                                     device code, and reads the second image from standard input);
                                                     if the last step had no answer, the same command completes it
  ${usage('--otp [--pin 135790]')}print the current one-time password
  ${usage('--login --image shot.png --number 42 [--pin 135790]')}
                                                     sign in to the website from a screenshot of its sign-in image
  ${usage('--confirm --image shot.png --number 42 [--pin 135790]')}
                                                     the same for what the website wants to have confirmed
  ${usage('--control 8701 [--gateway URL]')}phones for test suites, over HTTP on this machine; their calls are
                                                     described at http://127.0.0.1:8701/openapi.json

  --gateway URL    the website (default: where the image or the link leads, with --login and --confirm where the device was
                   activated, or the site that was last started here)
  --store FILE     where the phone keeps its devices (default: .data/phone.json)
  --name TEXT      what the phone calls itself (default: Phone in the terminal)
  --device ID      which device --otp, --login and --confirm are for (default: the newest)
  --number 42      with --login or --confirm: the number that the page shows; - reads it from standard input, once who asks
                   is printed
  --cancel         instead of --number: say that you have changed your mind
  --not-me         instead of --number: say that it was not you who asked`;

const OPTIONS = {
  image: { type: 'string' },
  link: { type: 'string' },
  payload: { type: 'string' },
  pin: { type: 'string' },
  gateway: { type: 'string' },
  store: { type: 'string', default: '.data/phone.json' },
  name: { type: 'string', default: 'Phone in the terminal' },
  device: { type: 'string' },
  otp: { type: 'boolean', default: false },
  login: { type: 'boolean', default: false },
  confirm: { type: 'boolean', default: false },
  number: { type: 'string' },
  cancel: { type: 'boolean', default: false },
  'not-me': { type: 'boolean', default: false },
  ...HELP_OPTION,
} as const;

type Options = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

class UsageError extends Error {}

export type Terminal = { say: (text: string) => void; complain: (text: string) => void };

/**
 * The command `phone`.
 * @returns its exit code: 0 done, 1 refused or failed, 2 wrong usage
 */
export async function runPhone(args: string[], terminal: Terminal): Promise<number> {
  const complain = (text: string, exitCode: number) => {
    terminal.complain(text);
    return exitCode;
  };
  try {
    const options = readOptions(args);
    if (options.help) terminal.say(PHONE_USAGE);
    const outcome = options.help ? accept(null) : await run(options, terminal);
    return outcome.ok ? 0 : complain(sentenceFor(outcome.refusal), 1);
  } catch (error) {
    if (error instanceof UsageError) return complain(`${error.message}\n\n${PHONE_USAGE}`, 2);
    if (error instanceof GatewayFailure) return complain(sentenceFor(error.code), 1);
    return complain(error instanceof Error ? error.message : String(error), 1);
  }
}

function run(options: Options, terminal: Terminal): Promise<Result<null, PhoneProblem>> {
  if (options.otp) return showOneTimePassword(options, terminal);
  if (options.login && options.confirm) throw new UsageError('Give one of --login and --confirm.');
  return options.login || options.confirm ? login(options, terminal) : activate(options, terminal);
}

function readOptions(args: string[]): Options {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'wrong arguments');
  }
}

async function activate(options: Options, { say }: Terminal): Promise<Result<null, PhoneProblem>> {
  const store = new PhoneStore(options.store);
  // Throws now, not after connection 4, when the file is something else.
  store.list();
  const code = readCode(options);
  if (!code.ok) return code;
  // Said before the first connection, after which the image serves no second try.
  const pin = options.pin === undefined ? accept(null) : checkGuessable(options.pin);
  if (!pin.ok) return pin;
  const pending = new PendingFile(`${options.store}.pending`);
  const input = {
    code: code.value,
    source: sourceOf(options),
    pins: new SiteKeyFile(`${options.store}.site-keys`),
    pending,
    siteUrl: siteFor(options, code.value.text),
    description: options.name.slice(0, 255),
    choosePin: (linked: { licence: PinPolicy }) => choosePin(options, linked, say),
    say,
  };
  const isOffline = beginsOfflineMessage(code.value.text);
  const instance = isOffline ? await activatePhoneOffline({ ...input, nextImage }) : await activatePhone(input);
  if (!instance.ok) return instance;
  store.add({ ...instance.value, siteUrl: input.siteUrl });
  if (!isOffline) pending.erase();
  const works = isOffline ? 'works as soon as the website has taken the signature' : 'works';
  say(`Device ${instance.value.instanceId} ${works}. --otp prints its one-time password.`);
  return accept(null);
}

function readCode({ image, link, payload }: Options): Result<ScannedCode, PhoneProblem> {
  if ([image, link, payload].filter((source) => source !== undefined).length !== 1) {
    throw new UsageError('Give one of --image, --link and --payload, or --otp.');
  }
  if (payload !== undefined) return accept({ text: payload, signature: null });
  if (link !== undefined) {
    const text = readActivationLink(link);
    // Its ticket is for the app in the browser that made the link.
    return text.ok ? accept({ text: separateTicket(text.value).payload, signature: null }) : text;
  }
  return readImage(image ?? '');
}

function sourceOf({ image, link }: Options): CodeSource {
  if (image !== undefined) return 'image';
  return link === undefined ? 'typed' : 'link';
}

/** The website: as told, where the link or the image leads, or the one that has last started on this machine. */
function siteFor({ gateway, link }: Options, text: string): string {
  return gateway ?? siteOf(link) ?? readImageLink(text)?.origin ?? lastSite();
}

export function lastSite(): string {
  return findSite(findDataDirectory(process.env, '.env')) ?? 'http://127.0.0.1:3000';
}

/**
 * Where to answer a sign-in, in this order: as given, or where the device was activated, unless the website has moved.
 */
function loginSites({ gateway, link }: Options, { siteUrl }: StoredInstance): string[] {
  const address = gateway ?? siteOf(link);
  return address === null ? [...(siteUrl === undefined ? [] : [siteUrl]), lastSite()] : [address];
}

function siteOf(link: string | undefined): string | null {
  return link !== undefined && URL.canParse(link) ? new URL(link).origin : null;
}

/** Takes `--pin` as it is; without it, asks until a PIN follows the licence's rules. */
async function choosePin({ pin }: Options, { licence }: { licence: PinPolicy }, say: Terminal['say']): Promise<string> {
  if (pin !== undefined) return pin;
  for (;;) {
    const question = `Choose a PIN of ${licence.pinMinimumLength} to ${licence.pinMaximumLength} digits: `;
    const newPin = (await askHidden(question)) ?? missingPin();
    const result = checkPin(newPin, licence);
    if (!result.ok) say(sentenceFor(result.refusal));
    else if ((await askHidden('Once more: ')) === newPin) return newPin;
    else say('These are two different PINs.');
  }
}

async function showOneTimePassword(options: Options, { say }: Terminal): Promise<Result<null, PhoneProblem>> {
  const instance = findInstance(options);
  if (!instance) return refuse('no-instance');
  const pin = await enterPin(options);
  const current = await currentOneTimePassword(instance, pin, new Date());
  if (!current.ok) return current;
  say(`${current.value.oneTimePassword}  (${current.value.secondsLeft} s left)`);
  return accept(null);
}

async function login(options: Options, { say }: Terminal): Promise<Result<null, PhoneProblem>> {
  const answers = [options.number !== undefined, options.cancel, options['not-me']].filter(Boolean).length;
  if (answers > 1) throw new UsageError('Give one of --number, --cancel and --not-me.');
  // Check all options now, because reading the request consumes the image.
  if (answers === 0 && !process.stdin.isTTY)
    throw new UsageError('Give --number, because there is no terminal to ask in.');
  if (options.number !== undefined && options.number !== '-' && !isLoginNumber(options.number))
    throw new UsageError('The number that the page shows has two digits.');
  const instance = findInstance(options);
  if (!instance) return refuse('no-instance');
  const code = readCode(options);
  if (!code.ok) return code;
  const pin = await enterPin(options);
  return loginPhone({
    text: code.value.text,
    siteUrls: loginSites(options, instance),
    instance,
    pin,
    asksFor: options.confirm ? 'confirmation' : 'sign-in',
    decide: () => decide(options),
    say,
  });
}

async function decide({ number, cancel, 'not-me': notMe }: Options): Promise<LoginAnswer> {
  if (cancel) return 'cancelled';
  if (notMe) return 'not-me';
  const answer =
    number === '-'
      ? await readLine()
      : (number ?? (await askHidden('Which number does the page show? (Enter to cancel) ')));
  return answer ? { number: answer } : 'cancelled';
}

function findInstance({ store, device }: Options): StoredInstance | undefined {
  const instances = new PhoneStore(store).list();
  return device === undefined ? instances.at(-1) : instances.find(({ instanceId }) => instanceId === device);
}

async function enterPin({ pin }: Options): Promise<string> {
  return pin ?? (await askHidden('PIN: ')) ?? missingPin();
}

function missingPin(): never {
  throw new UsageError('Give --pin, because there is no terminal to ask in.');
}
