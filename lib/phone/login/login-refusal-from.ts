import type { StepRefusal } from '../call-service';
import type { LoginRefusal } from './login-steps';

const REFUSALS: Record<StepRefusal, LoginRefusal> = {
  'registration-not-found': 'login-not-found',
  'not-accepted': 'wrong-number',
  paused: 'paused',
  refused: 'login-refused',
};

/** What a service's refusal means for a login. */
export function loginRefusalFrom(refusal: StepRefusal): LoginRefusal {
  return REFUSALS[refusal];
}
