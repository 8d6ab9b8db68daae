import type { ActivationState, ActivationType } from '@/lib/activation/activation';

/** Whether there is an image to scan; an offline activation has a second one. */
export function showsImage(state: ActivationState, activationType: ActivationType): boolean {
  return state === 'issued' || (state === 'verified' && activationType === 'offline');
}
