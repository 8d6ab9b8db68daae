import type { ActivationState } from '@/lib/activation/activation';

export type EndedState = Extract<ActivationState, 'expired' | 'cancelled' | 'failed' | 'superseded'>;

/** Headings. What to do next is in a script of its own, see `endedText`. */
export const ENDED_TITLES: Record<EndedState, string> = {
  expired: 'The image has expired',
  cancelled: 'Activation cancelled',
  superseded: 'You started a newer activation',
  failed: 'The activation failed',
};

export function isEndedState(state: ActivationState): state is EndedState {
  return state in ENDED_TITLES;
}
