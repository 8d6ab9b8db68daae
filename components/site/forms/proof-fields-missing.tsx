'use client';

import { Notice } from '@/components/ui/notice';
import { t } from '@/lib/shared/language/t';
import { LoadAgainButton } from './load-again-button';

/** In the place of `ProofFields` that could not be loaded: there is no network, or a newer version of the site. */
export function ProofFieldsMissing() {
  return (
    <Notice tone="error" role="alert">
      <p>{t('This part of the page could not be loaded. Check your connection, then try again.')}</p>
      <div className="mt-2">
        <LoadAgainButton />
      </div>
    </Notice>
  );
}
