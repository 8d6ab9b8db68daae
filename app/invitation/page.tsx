import type { Metadata, Route } from 'next';
import { InvitationPanel } from '@/components/site/invitation/invitation-panel';
import { MainContent } from '@/components/site/layout/main-content';
import { AreaFooter } from '@/app/area-footer';
import { SiteHeader } from '@/components/site/layout/site-header';
import { previewInvitationAction, openInvitationAction, showReadOutAction } from './actions';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t('Your invitation') });

const NEXT_PATH: Route = '/activations/new';

/** The same for every visitor: the token is in the URL's fragment, which browsers do not send. */
export default function InvitationPage() {
  return (
    <>
      <SiteHeader />
      <MainContent width="form">
        <InvitationPanel
          moves={{ look: previewInvitationAction, open: openInvitationAction, showReadOut: showReadOutAction }}
          nextPath={NEXT_PATH}
        />
      </MainContent>
      <AreaFooter />
    </>
  );
}
