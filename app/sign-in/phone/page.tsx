import type { Metadata, Route } from 'next';
import { notFound, redirect } from 'next/navigation';
import { MainContent } from '@/components/layout/main-content';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { PhoneSignIn } from '@/components/phone-sign-in/phone-sign-in';
import { services } from '@/lib/services';
import { getSignedIn } from '@/lib/web/signed-in';
import { localPath } from '../local-path';
import { cancelPhoneSignInAction, startPhoneSignInAction } from './actions';

export const metadata: Metadata = { title: 'Sign in with your phone' };

export default async function PhoneSignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const next = localPath((await searchParams).next);
  if (!(await services()).phoneSignIn) notFound();
  if (await getSignedIn()) redirect(next);
  return (
    <>
      <SiteHeader />
      <MainContent>
        <PhoneSignIn
          next={next}
          passwordPath={`/sign-in?next=${encodeURIComponent(next)}` as Route}
          startAction={startPhoneSignInAction}
          cancelAction={cancelPhoneSignInAction}
        />
      </MainContent>
      <SiteFooter />
    </>
  );
}
