'use client';

import { useLayoutEffect } from 'react';
import { isPendingState, type ActivationState } from '@/lib/activation/activation';
import type { ActivationPhase } from './follow-activation';
import { t, type Message } from '@/lib/shared/language/t';

const ENDED = {
  active: '✓ Device activated',
  expired: 'Image expired',
  cancelled: 'Activation cancelled',
  superseded: 'Replaced by a newer activation',
  failed: 'Activation failed',
} as const satisfies Partial<Record<ActivationState, Message>>;

/** A title that changes every second would be restless in a row of tabs. */
const STEP_SECONDS = 10;

/** The name of the page's tab, which says how far the activation is. */
export function activationTitle(
  view: ActivationState,
  phase: ActivationPhase,
  remainingSeconds: number | null,
): string {
  if (phase === 'signed-out') return t('Signed out · Activate');
  if (!isPendingState(view)) return t(ENDED[view as keyof typeof ENDED]);
  if (view === 'requested' || remainingSeconds === null) return t('Activate a device');
  const rounded = Math.ceil(remainingSeconds / STEP_SECONDS) * STEP_SECONDS;
  const time = `${Math.floor(rounded / 60)}:${String(rounded % 60).padStart(2, '0')}`;
  return view === 'linked' ? t('Choose a PIN · {time} left', { time }) : t('{time} left · Activate', { time });
}

/** Keeps the title while the page is shown: the router may set the page's first one after this component is there. */
export function useDocumentTitle(title: string): void {
  // Ends with the commit that takes the page away, before an observer could speak once more.
  useLayoutEffect(() => {
    const wanted = `${title} · Tessera`;
    const keep = () => {
      if (document.title !== wanted) document.title = wanted;
    };
    keep();
    const observer = new MutationObserver(keep);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [title]);
}
