import type { ComponentType, ReactNode } from 'react';
import { addMessages } from '@/lib/shared/language/messages';
import type { Language } from '@/lib/shared/language';

type Translated = ComponentType<{ children: ReactNode }>;

/** A script for each language. English needs none: it is in the components. */
export type Scripts = Record<Exclude<Language, 'en'>, Translated>;

const Children: Translated = ({ children }) => children;

/** What a script makes of its messages: for `lazy`, a component whose children may say them. */
export function speaking(language: Language, messages: Readonly<Record<string, string>>): { default: Translated } {
  addMessages(language, messages);
  return { default: Children };
}

/** Its script is loaded before what is in it is hydrated. */
export function WithMessages({
  scripts,
  language,
  children,
}: {
  scripts: Scripts;
  language: Language;
  children: ReactNode;
}) {
  if (language === 'en') return children;
  const Script = scripts[language];
  return <Script>{children}</Script>;
}
