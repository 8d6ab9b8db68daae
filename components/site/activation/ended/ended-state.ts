import type { ActivationState } from '@/lib/activation/activation';
import type { Message } from '@/lib/shared/language/t';

export type EndedState = Extract<ActivationState, 'expired' | 'cancelled' | 'failed' | 'superseded'>;

/** Headings. What to do next is in a script of its own, see `endedText`. */
export const ENDED_TITLES = {
  expired: 'The image has expired',
  cancelled: 'Activation cancelled',
  superseded: 'You started a newer activation',
  failed: 'The activation failed',
} as const satisfies Record<EndedState, Message>;

export function isEndedState(state: ActivationState): state is EndedState {
  return state in ENDED_TITLES;
}
