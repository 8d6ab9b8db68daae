import type { ReactNode } from 'react';
import type { ActivationState } from '@/lib/activation/activation';

/** Drawings of what the person's phone shows, which the server paints. */
export type PhoneScreens = Record<'scanner' | 'verifying' | 'pin', ReactNode>;

const SHOWN: Partial<Record<ActivationState, keyof PhoneScreens>> = {
  issued: 'scanner',
  scanned: 'verifying',
  verified: 'verifying',
  linked: 'pin',
};

/** @returns null where nobody knows what the phone shows */
export function phoneScreen(view: ActivationState): keyof PhoneScreens | null {
  return SHOWN[view] ?? null;
}
