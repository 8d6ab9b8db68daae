import { PENDING_STATES, type ActivationState } from '@/lib/activation/activation';

export function isPendingState(state: ActivationState): boolean {
  return (PENDING_STATES as readonly string[]).includes(state);
}
