'use client';

import dynamic from 'next/dynamic';
import type { ComponentType, ReactNode } from 'react';
import { addMessages } from '@/lib/language/messages';
import type { Language } from '@/lib/shared/language';

type Translated = ComponentType<{ children: ReactNode }>;

const Children: Translated = ({ children }) => children;

function speaking(language: Language, messages: Readonly<Record<string, string>>): Translated {
  addMessages(language, messages);
  return Children;
}

/** A script for each language and part of the site, which is loaded before what is in it comes alive. */
const SCRIPTS: Record<'site' | 'staff' | 'phoneApp', Record<Exclude<Language, 'en'>, Translated>> = {
  site: {
    de: dynamic(() => import('@/lib/language/dictionaries/german/site').then(({ site }) => speaking('de', site))),
    fr: dynamic(() => import('@/lib/language/dictionaries/french/site').then(({ site }) => speaking('fr', site))),
    nl: dynamic(() => import('@/lib/language/dictionaries/dutch/site').then(({ site }) => speaking('nl', site))),
  },
  staff: {
    de: dynamic(() => import('@/lib/language/dictionaries/german/staff').then(({ staff }) => speaking('de', staff))),
    fr: dynamic(() => import('@/lib/language/dictionaries/french/staff').then(({ staff }) => speaking('fr', staff))),
    nl: dynamic(() => import('@/lib/language/dictionaries/dutch/staff').then(({ staff }) => speaking('nl', staff))),
  },
  phoneApp: {
    de: dynamic(() =>
      import('@/lib/language/dictionaries/german/phone-app').then(({ phoneApp }) => speaking('de', phoneApp)),
    ),
    fr: dynamic(() =>
      import('@/lib/language/dictionaries/french/phone-app').then(({ phoneApp }) => speaking('fr', phoneApp)),
    ),
    nl: dynamic(() =>
      import('@/lib/language/dictionaries/dutch/phone-app').then(({ phoneApp }) => speaking('nl', phoneApp)),
    ),
  },
};

/** What is in it may say what this part of the site says. English needs no script: it is in the components. */
export function WithMessages({
  of: part,
  language,
  children,
}: {
  of: keyof typeof SCRIPTS;
  language: Language;
  children: ReactNode;
}) {
  if (language === 'en') return children;
  const Script = SCRIPTS[part][language];
  return <Script>{children}</Script>;
}
