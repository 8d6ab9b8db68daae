import type { Metadata } from 'next';
import { MainContent } from '@/components/layout/main-content';
import { SiteHeader } from '@/components/layout/site-header';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeading } from '@/components/ui/page-heading';

export const metadata: Metadata = { title: 'Page not found' };

export default function NotFound() {
  return (
    <>
      <SiteHeader />
      <MainContent width="prose">
        <PageHeading lead="The address may be mistyped, or what it pointed to is gone or belongs to someone else.">
          Page not found
        </PageHeading>
        <LinkButton href="/">Your devices</LinkButton>
      </MainContent>
    </>
  );
}
