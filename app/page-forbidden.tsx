import { MainContent } from '@/components/layout/main-content';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeading } from '@/components/ui/page-heading';

export function PageForbidden() {
  return (
    <MainContent width="prose">
      <PageHeading lead="Ask an administrator if you need it for your work.">
        Your account may not see this page
      </PageHeading>
      <LinkButton href="/">Go to the start page</LinkButton>
    </MainContent>
  );
}
