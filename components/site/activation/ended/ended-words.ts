import type { FailureReason } from '@/lib/activation/activation';
import type { EndedState } from './ended-state';
import { t, type Message } from '@/lib/shared/language/t';

/** What happened and what to do next, for each reason why an activation fails. */
const FAILURE_WORDS = {
  'no-licence': 'Your account has no authenticator licence yet. Ask the helpdesk for one, then come back.',
  'activation-limit-reached':
    'Your licence is in use on as many devices as it allows. Remove one under “Your devices”, then get a new image.',
  'payload-too-long': 'Your user ID is too long for an activation image. Ask the helpdesk.',
  'value-not-representable': 'Your user ID has a character that an activation image can’t carry. Ask the helpdesk.',
  'too-many-wrong-passwords':
    'A phone gave a wrong activation password too often, so we cancelled the image. If that wasn’t you, call the helpdesk. Otherwise get a new image.',
  'too-many-wrong-codes':
    'The codes you typed were wrong too often, so we cancelled the image. Get a new one, and compare the check letter before you continue.',
  'refused-by-gateway':
    'The activation service refused this activation. Get a new image, and call the helpdesk if it happens again.',
  'credential-refused':
    'The activation service did not accept your password or one-time password. Get a new image and type it again.',
  'lost-by-gateway': 'The activation service no longer knows this activation. Get a new image.',
  'answer-lost':
    'The activation service did not answer, so we don’t know whether it registered your device. We have not tried again by ourselves. Try again, and call the helpdesk if it happens again.',
  'gateway-failed':
    'The activation service can’t register devices right now, and trying again won’t help. The helpdesk can see why: ask them when it works again.',
} as const satisfies Record<FailureReason, Message>;

const TEXTS = {
  expired: 'Images expire after a few minutes to keep your account safe. Have your phone ready and get a new one.',
  cancelled: 'The image no longer works and no device was added. Get a new image whenever you’re ready.',
  superseded: 'Only your newest image works. If it wasn’t you who started it, call the helpdesk.',
  failed: 'Get a new image, and call the helpdesk if it happens again.',
} as const satisfies Record<EndedState, Message>;

/** What happened and what to do next when an activation has ended without a device. */
export function endedText(state: EndedState, failure: FailureReason | null): string {
  return failure ? t(FAILURE_WORDS[failure]) : t(TEXTS[state]);
}
