import type { Message } from '@/lib/shared/language/t';
import type { DeliveryProblem } from '@/lib/messaging/delivery-error';

/** Why a message has not been delivered. */
export const PROBLEM_WORDS = {
  unreachable: 'The other side could not be reached.',
  timeout: 'The other side did not answer in time.',
  deferred: 'The other side asked to try again later.',
  insecure: 'The connection was not secure.',
  'not-authorised': 'The other side does not accept this site’s sign-in.',
  fault: 'This site failed on it; the log says how.',
  refused: 'The other side refused it.',
  'no-destination': 'Its destination is not set up any more.',
  unreadable: 'Its content can no longer be opened.',
} as const satisfies Record<DeliveryProblem, Message>;
