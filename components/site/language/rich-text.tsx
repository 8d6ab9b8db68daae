import { createElement, Fragment, type ReactNode } from 'react';
import { tParts, type Message, type PlaceholdersOf } from '@/lib/shared/language/t';

/** A message with elements in it, each where the language has it: `Call <b>…</b>`. */
export function RichText<Text extends Message>({
  message,
  values,
}: {
  message: Text;
  values: Readonly<Record<PlaceholdersOf<Text>, ReactNode>>;
}) {
  const parts = (tParts as (text: Text, values: Readonly<Record<string, ReactNode>>) => ReactNode[])(message, values);
  return createElement(Fragment, null, ...parts);
}
