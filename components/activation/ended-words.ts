import type { ActivationState, FailureReason } from '@/lib/activation/activation';
import { FAILURE_WORDS } from './failure-words';

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

/** What happened and what to do next when an activation ended without a device. */
export function endedWords(state: EndedState, failure: FailureReason | null): { title: string; text: string } {
  return failure ? { title: WORDS[state].title, text: FAILURE_WORDS[failure] } : WORDS[state];
}
