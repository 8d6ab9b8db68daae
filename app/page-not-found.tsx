import { MainContent } from '@/components/layout/main-content';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeading } from '@/components/ui/page-heading';

/** Says nothing of whether the page exists for somebody else. */
export function PageNotFound() {
  return (
    <MainContent width="prose">
      <PageHeading lead="This page doesn’t exist, or you don’t have access.">Page not found</PageHeading>
      <LinkButton href="/">Go to the start page</LinkButton>
    </MainContent>
  );
}
