import type { ActivationState } from '@/lib/activation/activation';
import type { ActivationFollowing } from './follow-activation';
import { isPendingState } from '@/lib/activation/activation';

/**
 * The state to show. What the page knows before the server has said it, that the time is over or that cancelling has
 * worked, is shown at once; a final state that the server says always stands.
 * @param remainingSeconds by the server's clock; null when nothing expires
 */
export function activationView(
  { status, phase }: ActivationFollowing,
  remainingSeconds: number | null,
  isCancelled: boolean,
): ActivationState {
  if (!isPendingState(status.state)) return status.state;
  if (isCancelled) return 'cancelled';
  return remainingSeconds === 0 || phase === 'finished' ? 'expired' : status.state;
}
