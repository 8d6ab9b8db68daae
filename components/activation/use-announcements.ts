'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { announcement, type Announced } from './announcement';

export type Spoken = { text: string; count: number };

/**
 * What the page's one live region says. Silent at first: the page itself says how things stand.
 * @returns the latest text, numbered so that the same one can be said twice, and a way to say something else
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
