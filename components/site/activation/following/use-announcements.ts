'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { announcement, type Announced } from './announcement';

export type Spoken = { text: string; count: number };

/**
 * Text of the page's only live region. Empty at first, because the page itself states how things are.
 * @returns the latest announcement, with a count so that the same text can be announced twice, and a function that
 *   announces something else
 */
export function useAnnouncements({
  view,
  activationType,
  phase,
  remainingSeconds,
  hasHints,
}: Announced): [Spoken, (text: string) => void] {
  const [spoken, setSpoken] = useState<Spoken>({ text: '', count: 0 });
  const before = useRef<Announced>({ view, activationType, phase, remainingSeconds, hasHints });
  const say = useCallback((text: string) => setSpoken(({ count }) => ({ text, count: count + 1 })), []);

  useEffect(() => {
    const now = { view, activationType, phase, remainingSeconds, hasHints };
    const text = announcement(before.current, now);
    before.current = now;
    if (text !== null) say(text);
  }, [view, activationType, phase, remainingSeconds, hasHints, say]);

  return [spoken, say];
}
