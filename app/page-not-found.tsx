import { MainContent } from '@/components/layout/main-content';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { t } from '@/lib/language/t';

/** Says nothing of whether the page exists for somebody else. */
export function PageNotFound() {
  return (
    <MainContent width="prose">
      <PageHeading lead={t('This page doesn’t exist, or you don’t have access.')}>{t('Page not found')}</PageHeading>
      <LinkButton href="/">{t('Go to the start page')}</LinkButton>
    </MainContent>
  );
}
