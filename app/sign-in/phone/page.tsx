import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { MainContent } from '@/components/layout/main-content';
import { AreaFooter } from '@/app/area-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { services } from '@/lib/composition/compose';
import { pathAfterSignIn, sendOn, localPath } from '../send-on';
import { PhoneSignInHere } from './phone-sign-in-here';
import { cancelPhoneSignInAction, sendPhoneSignInAction, startPhoneSignInAction } from './actions';

export const metadata: Metadata = { title: 'Sign in with your phone' };

export default async function PhoneSignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[]; confirm?: string | string[] }>;
}) {
  const asked = await searchParams;
  const next = localPath(asked.next);
  if (!(await services()).phoneSignIn) notFound();
  // Whoever is signed in already comes to confirm it with their phone.
  if (asked.confirm === undefined) await sendOn(next);
  return (
    <>
      <SiteHeader />
      <MainContent>
        <PhoneSignInHere
          next={pathAfterSignIn(next)}
          passwordPath={`/sign-in?next=${encodeURIComponent(next)}` as Route}
          actions={{
            start: startPhoneSignInAction,
            send: sendPhoneSignInAction,
            cancel: cancelPhoneSignInAction,
          }}
        />
      </MainContent>
      <AreaFooter />
    </>
  );
}
