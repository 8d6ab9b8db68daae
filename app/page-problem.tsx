'use client';

import { useEffect, useState } from 'react';
import { siteHasChanged } from '@/components/following/site-has-changed';
import { LoadAgainButton } from '@/components/forms/load-again-button';
import { MainContent } from '@/components/layout/main-content';
import { Button, buttonClasses } from '@/components/ui/buttons/button';
import { PageHeading } from '@/components/ui/page-heading';
import { t } from '@/lib/language/t';

/** Takes the place of a page that failed, inside its layout, so that header and navigation stay. */
export function PageProblem({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const [isOutdated, setIsOutdated] = useState(false);
  useEffect(() => {
    void siteHasChanged().then(setIsOutdated);
  }, []);
  if (isOutdated)
    return (
      <MainContent width="prose">
        <PageHeading lead={t('This site was updated after you opened the page. Load the page again to go on.')}>
          {t('This page could not be shown')}
        </PageHeading>
        <LoadAgainButton />
      </MainContent>
    );
  return (
    <MainContent width="prose">
      <PageHeading lead={t('Something went wrong. Try again. If it happens again, call the helpdesk.')}>
        {t('This page could not be shown')}
      </PageHeading>
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" onClick={reset}>
          {t('Try again')}
        </Button>
        {/* A new load, not the router, which every page would load for this one. */}
        {/* oxlint-disable-next-line next/no-html-link-for-pages */}
        <a href="/" className={buttonClasses('secondary')}>
          {t('Go to the start page')}
        </a>
      </div>
      {error.digest && (
        <p className="mt-8 text-sm text-ink-soft">{t('For the helpdesk: {code}', { code: error.digest })}</p>
      )}
    </MainContent>
  );
}
