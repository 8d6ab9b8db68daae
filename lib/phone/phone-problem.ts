import type { beginActivation } from './activation/begin-activation';
import type { StepRefusal } from './call-service';
import type { CodeRefusal } from './scanning/classify-code';
import type { GatewayFailureCode } from './gateway-failure';
import type { LoginRefusal } from './login/login-steps';
import type { SecondImageRefusal } from './offline/offline-images';
import type { PinRefusal } from './keys/pin-policy';
import type { Forgery } from '../shared/codes/forged-image-report';

type BeginRefusal = Extract<Awaited<ReturnType<typeof beginActivation>>, { ok: false }>['refusal'];

/** Why the phone stopped. */
export type PhoneProblem =
  | GatewayFailureCode
  | StepRefusal
  | PinRefusal
  | BeginRefusal
  | LoginRefusal
  | Forgery
  | CodeRefusal
  | SecondImageRefusal
  | 'offline-too-old'
  | 'no-such-file'
  | 'not-a-login-code'
  | 'not-a-login-number'
  | 'not-here'
  | 'other-request'
  | 'gateway-not-genuine'
  | 'outcome-unknown'
  | 'not-an-activation-link'
  | 'no-code-in-image'
  | 'no-instance'
  | 'wrong-pin';

const SENTENCES: Record<PhoneProblem, string> = {
  unreachable: 'The gateway cannot be reached. Check the address and the network.',
  timeout: 'The gateway takes too long to answer. Try again.',
  failing: 'The gateway has a problem. Try again in a minute.',
  busy: 'The gateway has too much to do. Try again in a minute.',
  'malformed-reply': 'What answers at this address is not a gateway for this phone.',
  'wrong-key': "The gateway does not accept this phone's key.",
  'registration-not-found': 'This activation has ended, or its time is over. Get a new image.',
  'not-accepted': 'The gateway did not accept the activation password. Get a new image.',
  refused: 'The gateway refused this step; perhaps this image was used already. Get a new image.',
  'not-here': 'This sign-in is for the phone that started it. Nobody was signed in.',
  'other-request': 'This image asks for something else than the command says. Nothing was confirmed.',
  'gateway-not-genuine': 'The gateway did not prove that it is the real one. Nothing was stored or answered.',
  'outcome-unknown':
    'The activation may have gone through, but its answer was lost and nothing was kept here. If the website lists this phone, remove it there; then get a new image.',
  'not-an-activation-payload': 'This is not an activation.',
  'unknown-code': 'This is no image for this phone.',
  'malformed-activation': 'This activation image is damaged or incomplete. Get a new one.',
  'malformed-login': 'This sign-in image is damaged or incomplete. Get a new one.',
  'malformed-offline': 'This image is damaged or incomplete. Get a new one.',
  'second-image': 'This is the second image. Begin with the first one.',
  'offline-too-old':
    "This image is too old, or this computer's clock is wrong. Set the clock if it is, and get a new image.",
  'no-second-image': 'This is not the second image. The website shows it once it has taken the device code.',
  'malformed-second-image': 'This image is damaged or incomplete. Take another picture of it.',
  'still-first-image':
    'This is the first image again. The website shows the second one once it has taken the device code.',
  'other-activation': 'This image belongs to another activation.',
  'not-for-this-phone': "This image does not fit this phone's device code. Compare what you typed on the website.",
  'no-such-file': 'There is no such PNG file.',
  'not-an-activation-link': 'This is not an activation link.',
  'other-gateway': 'This image belongs to another gateway than the one at this address.',
  'wrong-signature': "This image is forged: its signature is not the website's. Nothing was sent to the gateway.",
  'unknown-key': 'This image is forged: the website has no key of the name it gives. Nothing was sent to the gateway.',
  'key-not-endorsed':
    'The website names a new key for its images that its old ones do not vouch for. Nothing was sent to the gateway.',
  'no-code-in-image': 'No image for this phone could be found in this picture.',
  'no-instance': 'This phone has no such activated device.',
  'wrong-pin': 'The PIN is wrong.',
  'not-a-login-code': 'This is not an image for signing in.',
  'login-not-found': 'This sign-in has ended, or this device cannot be used. Get a new image.',
  'wrong-number': 'That was not the number. The sign-in has ended.',
  'login-refused': 'The gateway refused this sign-in. Get a new image.',
  'not-a-login-number': 'The page shows a number of two digits. This is none, so the sign-in was cancelled.',
  paused: 'The number before was wrong, so the website waits before it takes another. Try again in half a minute.',
  'pin-not-digits': 'A PIN has digits only.',
  'pin-too-short': 'The PIN is too short.',
  'pin-too-long': 'The PIN is too long.',
  'pin-repeats': 'The PIN is too easy to guess: it repeats itself.',
  'pin-counts': 'The PIN is too easy to guess: its digits count up or down.',
  'pin-is-date': 'The PIN is too easy to guess: it looks like a date.',
};

/** For programs that play a phone; the app has screens. */
export function sentenceFor(problem: PhoneProblem): string {
  return SENTENCES[problem];
}
