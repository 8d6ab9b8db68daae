'use client';

import type { ActivationStatus } from '@/lib/activation/activation-status';
import { useFollowing } from '@/components/following/use-following';
import { ACTIVATION, type ActivationFollowing } from './follow-activation';

/** The activation as it is now, starting from what the server rendered. */
export function useActivation(initial: ActivationStatus): ActivationFollowing {
  return useFollowing(ACTIVATION, initial);
}
