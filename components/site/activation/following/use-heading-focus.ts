'use client';

import { useEffect, useRef, type FocusEvent, type RefObject } from 'react';
import type { ActivationState } from '@/lib/activation/activation';
import { isPendingState } from '@/lib/activation/activation';

/**
 * Focus management: moves the focus to the heading when the activation ends while the page is open, and when the
 * focused element disappears together with the image.
 */
export function useHeadingFocus(view: ActivationState): {
  heading: RefObject<HTMLHeadingElement | null>;
  noteFocus: (event: FocusEvent) => void;
} {
  const heading = useRef<HTMLHeadingElement>(null);
  const focused = useRef<Element | null>(null);
  const lastView = useRef(view);

  useEffect(() => {
    const hasEnded = lastView.current !== view && !isPendingState(view);
    const isLost = focused.current?.isConnected === false && document.activeElement === document.body;
    if (hasEnded || isLost) heading.current?.focus();
    lastView.current = view;
  });

  return {
    heading,
    noteFocus: (event) => {
      focused.current = event.target;
    },
  };
}
