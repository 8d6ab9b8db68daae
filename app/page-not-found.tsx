import { MainContent } from '@/components/site/layout/main-content';
import { buttonClasses } from '@/components/ui/buttons/button';
import { PageHeading } from '@/components/ui/page-heading';
import { t } from '@/lib/shared/language/t';

/** Says nothing of whether the page exists for somebody else. */
export function PageNotFound() {
  return (
    <MainContent width="prose">
      <PageHeading lead={t('This page doesn’t exist, or you don’t have access.')}>{t('Page not found')}</PageHeading>
      {/* A new load, not the router, which every page would load for this one. */}
      {/* oxlint-disable-next-line next/no-html-link-for-pages */}
      <a href="/" className={buttonClasses('primary')}>
        {t('Go to the start page')}
      </a>
    </MainContent>
  );
}
