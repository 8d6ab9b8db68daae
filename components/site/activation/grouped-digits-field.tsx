'use client';

import { useLayoutEffect, useRef, type ComponentProps } from 'react';
import { TextField } from '@/components/ui/fields/text-field';
import { useEarlyValue } from '@/components/ui/fields/use-early-value';
import { inGroups, withoutGaps } from '@/lib/shared/codes/typed-code';

/** A field for many digits, which stand in groups while they are typed. @param value without gaps */
export function GroupedDigitsField({
  value,
  onDigits,
  ...field
}: Omit<ComponentProps<typeof TextField>, 'value' | 'onChange' | 'ref'> & {
  value: string;
  onDigits: (digits: string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  /** Characters before the caret after the latest change, gaps not counted. */
  const caret = useRef<number | null>(null);
  useEarlyValue(input, (typed) => onDigits(withoutGaps(typed)));

  // The browser moves the caret to the end of a text that is written anew.
  useLayoutEffect(() => {
    if (caret.current === null || document.activeElement !== input.current) return;
    const position = caretIn(value, caret.current);
    input.current?.setSelectionRange(position, position);
    caret.current = null;
  }, [value]);

  return (
    <TextField
      {...field}
      ref={input}
      value={inGroups(value)}
      onChange={({ target }) => {
        const end = target.selectionStart ?? target.value.length;
        caret.current = withoutGaps(target.value.slice(0, end)).length;
        onDigits(withoutGaps(target.value));
      }}
    />
  );
}

/** Where the caret stands among groups, after as many characters as it had before it. */
export function caretIn(value: string, before: number): number {
  return inGroups(value.slice(0, before)).length;
}
