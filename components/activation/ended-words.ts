import type { ActivationState, FailureReason } from '@/lib/activation/activation';

/** What happened and what to do next, for each reason why an activation fails. */
const FAILURE_WORDS: Record<FailureReason, string> = {
  'no-licence': 'There is no authenticator licence for your account; ask the helpdesk for one, then come back.',
  'activation-limit-reached':
    'Your licence is in use on as many devices as it allows; remove one under “Your devices”, then ask for a new image.',
  'payload-too-long': 'Your user ID is too long for an activation image; the helpdesk can help you.',
  'value-not-representable':
    'Your user ID holds a character that an activation image cannot carry; the helpdesk can help you.',
  'too-many-wrong-passwords':
    'A phone gave a wrong activation password too often, so the image was made worthless; if that was not you, call the helpdesk, otherwise ask for a new image.',
  'too-many-wrong-codes':
    'The codes that were typed were wrong too often, so the image was made worthless; ask for a new image, and compare the check letter before you go on.',
  'refused-by-gateway':
    'The gateway refused this activation; ask for a new image, and call the helpdesk if it happens again.',
  'credential-refused':
    'The activation service did not accept your password or one-time password; ask for a new image and type it again.',
  'lost-by-gateway': 'The gateway has forgotten this activation, perhaps after a restart; ask for a new image.',
};

type EndedState = Extract<ActivationState, 'expired' | 'cancelled' | 'failed' | 'superseded'>;

const WORDS: Record<EndedState, { title: string; text: string }> = {
  expired: {
    title: 'The image has expired',
    text: 'It works for a few minutes only, so that nobody can use it later. Have your phone ready and ask for a new image.',
  },
  cancelled: {
    title: 'Activation cancelled',
    text: 'The image no longer works and no device was added. Ask for a new image whenever you are ready.',
  },
  superseded: {
    title: 'A newer activation has taken its place',
    text: 'Another image was made for your account, and only the newest one works. If that was not you, call the helpdesk.',
  },
  failed: {
    title: 'The activation failed',
    text: 'Ask for a new image, and call the helpdesk if it happens again.',
  },
};

export function isEndedState(state: ActivationState): state is EndedState {
  return state in WORDS;
}

/** What happened and what to do next when an activation has ended without a device. */
export function endedWords(state: EndedState, failure: FailureReason | null): { title: string; text: string } {
  return failure ? { title: WORDS[state].title, text: FAILURE_WORDS[failure] } : WORDS[state];
}
