import type { Metadata } from 'next';
import { MainContent } from '@/components/layout/main-content';
import { AreaFooter } from '@/app/area-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { services } from '@/lib/composition/compose';
import { PasskeySignIn } from './passkey-sign-in';
import { MINUTE } from '@/lib/shared/time/duration';
import { isSessionLeftIdle } from '@/lib/web/sessions/signed-in';
import { Notice } from '@/components/ui/notice';
import { pathAfterSignIn, sendOn, localPath } from './send-on';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const next = localPath((await searchParams).next);
  await sendOn(next);
  const { phoneSignIn, access } = await services();
  const { relyingParty } = access.passkeys;
  return (
    <>
      <SiteHeader />
      <MainContent width="form">
        <PageHeading lead="Activate your authenticator and manage your devices.">Sign in</PageHeading>
        {(await isSessionLeftIdle()) && (
          <div className="mb-6">
            <Notice tone="info">
              You were signed out after {Math.round(access.settings.staffIdleMs / MINUTE)} minutes without activity.
            </Notice>
          </div>
        )}
        <Card>
          <SignInForm next={pathAfterSignIn(next)} hasPhoneWay={phoneSignIn !== null} />
        </Card>
        <div className="mt-3 -ml-3">
          <LinkButton href="/sign-in/forgotten" variant="quiet">
            Forgotten your password?
          </LinkButton>
        </div>
        {phoneSignIn && (
          <div className="mt-6 grid justify-items-start gap-3">
            <p className="text-ink-soft">Already activated your phone? Sign in without a password.</p>
            {/* A link: the page's one sign-in button keeps the name that test suites look for. */}
            <LinkButton href={`/sign-in/phone?next=${encodeURIComponent(next)}`} variant="secondary">
              Sign in with your phone
            </LinkButton>
          </div>
        )}
        {relyingParty && (
          <div className="mt-6 grid justify-items-start gap-3">
            <PasskeySignIn next={pathAfterSignIn(next)} origin={relyingParty.origin} />
          </div>
        )}
      </MainContent>
      <AreaFooter />
    </>
  );
}
