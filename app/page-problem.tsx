'use client';

import { MainContent } from '@/components/site/layout/main-content';
import { Button, buttonClasses } from '@/components/ui/buttons/button';
import { PageHeading } from '@/components/ui/page-heading';
import { t } from '@/lib/shared/language/t';

/** Takes the place of a page that failed, inside its layout, so that header and navigation stay. */
export function PageProblem({ error }: { error: Error & { digest?: string } }) {
  return (
    <MainContent width="prose">
      <PageHeading lead={t('Something went wrong. Try again. If it happens again, call the helpdesk.')}>
        {t('This page could not be shown')}
      </PageHeading>
      <div className="flex flex-wrap gap-3">
        {/* A new load also brings what a newer version of the site has in the place of what failed. */}
        <Button variant="primary" onClick={() => location.reload()}>
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
