import type { ActivationStatus } from '@/lib/activation/activation-status';
import type { FollowEnvironment } from '@/components/site/following/follow-environment';
import { followStatus, type Following, type FollowPhase } from '@/components/site/following/follow-status';
import { isFollowedStatus, type FollowedKind } from '@/components/site/following/followed-kind';
import { isPendingState } from '@/lib/activation/activation';

type Refusal = 'signed-out' | 'not-available';

export type ActivationFollowing = Following<ActivationStatus, Refusal>;
export type ActivationPhase = FollowPhase<Refusal>;

export const ACTIVATION: FollowedKind<ActivationStatus, Refusal> = {
  name: 'activation',
  address: (id) => `/api/activations/${encodeURIComponent(id)}/status`,
  refusals: { 401: 'signed-out', 403: 'not-available', 404: 'not-available' },
  isStatus: (body): body is ActivationStatus => isFollowedStatus(body),
  isPending: ({ state }) => isPendingState(state),
};

/** @see followStatus */
export function followActivation(
  initial: ActivationStatus,
  environment: FollowEnvironment,
  onChange: (following: ActivationFollowing) => void,
): () => void {
  return followStatus(ACTIVATION, initial, environment, onChange);
}
