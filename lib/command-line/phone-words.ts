import type { beginActivation } from '../authenticator-app/begin-activation';
import type { StepRefusal } from '../authenticator-app/call-service';
import type { GatewayFailureCode } from '../authenticator-app/gateway-failure';
import type { PinRefusal } from '../authenticator-app/pin-policy';

type BeginRefusal = Extract<Awaited<ReturnType<typeof beginActivation>>, { ok: false }>['refusal'];

/** Why the phone stopped, in a sentence. */
export type PhoneProblem =
  | GatewayFailureCode
  | StepRefusal
  | PinRefusal
  | BeginRefusal
  | 'gateway-not-genuine'
  | 'not-an-activation-link'
  | 'no-code-in-image'
  | 'no-instance'
  | 'wrong-pin';

const SENTENCES: Record<PhoneProblem, string> = {
  unreachable: 'The gateway cannot be reached. Check the address and the network.',
  timeout: 'The gateway takes too long to answer. Try again.',
  'malformed-reply': 'What answers at this address is not a gateway for this phone.',
  'wrong-key': "The gateway does not accept this phone's key.",
  'registration-not-found': 'This activation has ended, or its time is over. Get a new image.',
  'not-accepted': 'The gateway did not accept the activation password. Get a new image.',
  refused: 'The gateway refused this step; perhaps this image was used already. Get a new image.',
  'gateway-not-genuine': 'The gateway did not prove that it knows the activation password. Nothing was stored.',
  'not-an-activation-payload': 'This is not an activation.',
  'not-an-activation-link': 'This is not an activation link.',
  'other-gateway': 'This activation belongs to another gateway than the one at this address.',
  'no-code-in-image': 'No activation image could be found in this picture.',
  'no-instance': 'This phone has no such activated device.',
  'wrong-pin': 'The PIN is wrong.',
  'pin-not-digits': 'A PIN has digits only.',
  'pin-too-short': 'The PIN is too short.',
  'pin-too-long': 'The PIN is too long.',
  'pin-too-simple': 'The PIN is too easy to guess.',
};

export function sentenceFor(problem: PhoneProblem): string {
  return SENTENCES[problem];
}
