import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { MainContent } from '@/components/layout/main-content';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { Card } from '@/components/ui/card';
import { PageHeading } from '@/components/ui/page-heading';
import { getSignedIn } from '@/lib/web/signed-in';
import { localPath } from './local-path';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const next = localPath((await searchParams).next);
  if (await getSignedIn()) redirect(next);
  return (
    <>
      <SiteHeader />
      <MainContent width="form">
        <PageHeading lead="to activate an authenticator and look after your devices.">Sign in</PageHeading>
        <Card>
          <SignInForm next={next} />
        </Card>
      </MainContent>
      <SiteFooter />
    </>
  );
}
