'use client';

import { startTransition, useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/**
 * Hands what was typed before the page was hydrated to a field whose value is a state. React leaves it in the field, and
 * writes over it at the next change of the state.
 */
export function useEarlyValue(field: RefObject<HTMLInputElement | null>, take: (value: string) => void): void {
  const takeEarly = useEffectEvent(take);
  useEffect(() => {
    const input = field.current;
    if (!input || input.value === input.defaultValue) return;
    const { value } = input;
    startTransition(() => takeEarly(value));
  }, [field]);
}

/**
 * Keeps what was typed into lines of text before the page was hydrated. There React writes their first text over it
 * (`initTextarea` of React DOM), where it leaves an input alone; so it is read while this renders, and put back.
 * @param id of the text area, the same in the server's HTML
 */
export function useEarlyText(id: string): RefObject<HTMLTextAreaElement | null> {
  const field = useRef<HTMLTextAreaElement>(null);
  const [early] = useState(() => earlyText(id));
  useLayoutEffect(() => {
    if (field.current && early !== null) field.current.value = early;
  }, [early]);
  return field;
}

/** Null where nothing was typed, and on the server. */
function earlyText(id: string): string | null {
  if (typeof document === 'undefined') return null;
  const there = document.getElementById(id);
  return there instanceof HTMLTextAreaElement && there.value !== there.defaultValue ? there.value : null;
}
