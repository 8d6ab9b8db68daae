'use client';

import { lazy, type ReactNode } from 'react';
import type { Language } from '@/lib/shared/language';
import { speaking, WithMessages, type Scripts } from './with-messages';

const SCRIPTS: Scripts = {
  de: lazy(() => import('@/lib/language/dictionaries/german/site').then(({ site }) => speaking('de', site))),
  fr: lazy(() => import('@/lib/language/dictionaries/french/site').then(({ site }) => speaking('fr', site))),
  nl: lazy(() => import('@/lib/language/dictionaries/dutch/site').then(({ site }) => speaking('nl', site))),
};

/** What is in it may say what pages of the site say. */
export function WithSiteMessages({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <WithMessages scripts={SCRIPTS} language={language}>
      {children}
    </WithMessages>
  );
}
