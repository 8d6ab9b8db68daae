import type { ActivationState } from '@/lib/activation/activation';

/** How far an activation is that somebody goes through now. */
export const PENDING_WORDS: Partial<Record<ActivationState, string>> = {
  requested: 'Waiting for the activation service',
  issued: 'Waiting for the phone to scan the image',
  scanned: 'Image scanned',
  verified: 'Phone verified',
  linked: 'Phone linked; the person chooses a PIN',
};
