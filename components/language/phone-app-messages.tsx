'use client';

import { lazy, type ReactNode } from 'react';
import type { Language } from '@/lib/shared/language';
import { speaking, WithMessages, type Scripts } from './with-messages';

const SCRIPTS: Scripts = {
  de: lazy(() =>
    import('@/lib/language/dictionaries/german/phone-app').then(({ phoneApp }) => speaking('de', phoneApp)),
  ),
  fr: lazy(() =>
    import('@/lib/language/dictionaries/french/phone-app').then(({ phoneApp }) => speaking('fr', phoneApp)),
  ),
  nl: lazy(() =>
    import('@/lib/language/dictionaries/dutch/phone-app').then(({ phoneApp }) => speaking('nl', phoneApp)),
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
