'use client';

import { lazy, type ReactNode } from 'react';
import type { Language } from '@/lib/shared/language';
import { speaking, WithMessages, type Scripts } from './with-messages';

const SCRIPTS: Scripts = {
  de: lazy(() =>
    import('@/lib/shared/language/catalogues/de/phone.json').then(({ default: phone }) => speaking('de', phone)),
  ),
  fr: lazy(() =>
    import('@/lib/shared/language/catalogues/fr/phone.json').then(({ default: phone }) => speaking('fr', phone)),
  ),
  nl: lazy(() =>
    import('@/lib/shared/language/catalogues/nl/phone.json').then(({ default: phone }) => speaking('nl', phone)),
  ),
};

/** What is in it may say what the phone app says. */
export function WithPhoneAppMessages({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <WithMessages scripts={SCRIPTS} language={language}>
      {children}
    </WithMessages>
  );
}
