'use client';

import { lazy, type ReactNode } from 'react';
import type { Language } from '@/lib/shared/language';
import { speaking, WithMessages, type Scripts } from './with-messages';

const SCRIPTS: Scripts = {
  de: lazy(() => import('@/lib/shared/language/catalogues/de/staff').then(({ staff }) => speaking('de', staff))),
  fr: lazy(() => import('@/lib/shared/language/catalogues/fr/staff').then(({ staff }) => speaking('fr', staff))),
  nl: lazy(() => import('@/lib/shared/language/catalogues/nl/staff').then(({ staff }) => speaking('nl', staff))),
};

/** What is in it may say what staff pages say. */
export function WithStaffMessages({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <WithMessages scripts={SCRIPTS} language={language}>
      {children}
    </WithMessages>
  );
}
