'use client';

import { lazy, type ReactNode } from 'react';
import type { Language } from '@/lib/shared/language';
import { speaking, WithMessages, type Scripts } from './with-messages';

const SCRIPTS: Scripts = {
  de: lazy(() => import('@/lib/shared/language/catalogues/de/site').then(({ site }) => speaking('de', site))),
  fr: lazy(() => import('@/lib/shared/language/catalogues/fr/site').then(({ site }) => speaking('fr', site))),
  nl: lazy(() => import('@/lib/shared/language/catalogues/nl/site').then(({ site }) => speaking('nl', site))),
};

/** What is in it may say what pages of the site say. */
export function WithSiteMessages({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <WithMessages scripts={SCRIPTS} language={language}>
      {children}
    </WithMessages>
  );
}
