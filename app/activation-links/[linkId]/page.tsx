import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { AreaFooter } from '@/app/area-footer';
import { AreaHeader } from '@/app/area-header';
import { WayBackForm } from '@/components/site/activation-links/way-back-form';
import { ActionForm } from '@/components/site/forms/action-form';
import { refusalWords } from '@/components/site/forms/refusal-words';
import { MainContent } from '@/components/site/layout/main-content';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { SubmitButton } from '@/components/ui/buttons/submit-button';
import { parseActivationLinkId } from '@/lib/helpdesk/activation-links/activation-link';
import { linkPath } from '@/lib/helpdesk/activation-links/make-link';
import { followActivationLink, type LinkRefusal } from '@/lib/helpdesk/activation-links/open-link';
import { services } from '@/lib/server/composition/compose';
import { activationLinkNames } from '@/lib/shared/names/activation-names';
import { requestOrigin } from '@/lib/server/web/actions/request-trace';
import { requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { goBackAction, openLinkAction, signOutForLinkAction } from './actions';
import { activationPath } from './activation-path';
import { linkRefusalCode } from './link-refusal-code';
import { RichText } from '@/components/site/language/rich-text';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t('Activate a device') });

/** Where another site sends people. Looking changes nothing: browsers and programs look at addresses by themselves. */
export default async function ActivationLinkPage({ params }: { params: Promise<{ linkId: string }> }) {
  const { linkId } = await params;
  const signedIn = await requirePagePermission('activation:start', linkPath(linkId));
  const id = parseActivationLinkId(linkId);
  const { activationLinks } = await services();
  const origin = await requestOrigin();
  const followed = id && (await followActivationLink(activationLinks, signedIn, id, origin));
  if (!followed?.ok) return <Refused linkId={linkId} refusal={followed?.refusal ?? 'not-found'} />;
  const { link, address } = followed.value;
  if (link.state === 'opened') redirect(activationPath(link));
  const { host } = new URL(address.url);
  return (
    <Page>
      <PageHeading
        lead={
          <RichText
            message="You’re signed in as {userId}. When you’re done, you go back to {host}."
            values={{
              userId: <span className="wrap-anywhere">{signedIn.user.userId}</span>,
              host: <span className="wrap-anywhere">{host}</span>,
            }}
          />
        }
      >
        <span className="wrap-anywhere">{t(activationLinkNames.sentYou, { name: address.name })}</span>
      </PageHeading>
      <div className="grid justify-items-start gap-3">
        <ActionForm action={openLinkAction} submit={t(activationLinkNames.activate)} pendingText={t('One moment…')}>
          <input type="hidden" name="linkId" value={link.id} />
        </ActionForm>
        <WayBackForm linkId={link.id} name={address.name} variant="secondary" action={goBackAction} />
      </div>
    </Page>
  );
}

function Refused({ linkId, refusal }: { linkId: string; refusal: LinkRefusal }) {
  const isOther = refusal === 'other-user';
  return (
    <Page>
      <PageHeading lead={refusalWords(linkRefusalCode(refusal))}>
        {t(isOther ? activationLinkNames.otherUser : activationLinkNames.over)}
      </PageHeading>
      {isOther ? (
        <form action={signOutForLinkAction}>
          <input type="hidden" name="linkId" value={linkId} />
          <SubmitButton pendingText={t('Signing out…')}>{t(activationLinkNames.signOut)}</SubmitButton>
        </form>
      ) : (
        <LinkButton href="/">{t('Your devices')}</LinkButton>
      )}
    </Page>
  );
}

function Page({ children }: { children: ReactNode }) {
  return (
    <>
      <AreaHeader />
      <MainContent width="prose">{children}</MainContent>
      <AreaFooter />
    </>
  );
}
