import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { MainContent } from '@/components/site/layout/main-content';
import { AreaFooter } from '@/app/area-footer';
import { SiteHeader } from '@/components/site/layout/site-header';
import { Button } from '@/components/ui/buttons/button';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { services } from '@/lib/server/composition/compose';
import { getVisitor } from '@/lib/server/web/sessions/signed-in';
import { signOutAction } from '../../sign-out-action';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t('Your invitation') });

/** Where a visitor with an invitation's session lands when they ask for a page outside its scope. */
export default async function EnteredPage() {
  const signedIn = await getVisitor();
  if (signedIn?.scope.kind !== 'invitation') redirect('/');
  const { invitationId } = signedIn.scope;
  const { activation, helpdesk } = await services();
  const invitation = await helpdesk.invitations.find(invitationId, signedIn.user.domain);
  const pending = await activation.store.findInvited(invitationId);
  const isUsed = invitation?.state === 'used';
  return (
    <>
      <SiteHeader />
      <MainContent width="prose">
        <PageHeading
          lead={
            isUsed
              ? t('Sign in to manage your devices.')
              : t('This invitation lets you activate a device. Sign in for anything else.')
          }
        >
          {isUsed ? t('Your device is activated') : t('Your invitation')}
        </PageHeading>
        <div className="flex flex-wrap gap-3">
          {!isUsed && (
            <LinkButton href={pending ? `/activations/${pending.id}` : '/activations/new'}>
              {t('Continue activation')}
            </LinkButton>
          )}
          <form action={signOutAction}>
            <Button type="submit" variant={isUsed ? 'primary' : 'secondary'}>
              {t('Sign in')}
            </Button>
          </form>
          {/* Before it is signed out: the session that the invitation opened is a proof. */}
          {isUsed && (
            <LinkButton href="/sign-in/forgotten" variant="secondary">
              {t('Forgotten your password?')}
            </LinkButton>
          )}
        </div>
      </MainContent>
      <AreaFooter />
    </>
  );
}
