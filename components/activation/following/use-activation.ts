'use client';

import type { ActivationStatus } from '@/lib/activation/activation-status';
import { useFollowing } from '@/components/following/use-following';
import { ACTIVATION, type ActivationFollowing } from './follow-activation';

/** Follows an activation, starting from the status that the server rendered. */
export function useActivation(initial: ActivationStatus): ActivationFollowing {
  return useFollowing(ACTIVATION, initial);
}
