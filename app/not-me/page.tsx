import type { Metadata } from 'next';
import { MainContent } from '@/components/site/layout/main-content';
import { AreaFooter } from '@/app/area-footer';
import { SiteHeader } from '@/components/site/layout/site-header';
import { NotMePanel } from '@/components/site/devices/not-me/not-me-panel';
import { freezeByLinkAction, previewNoticeAction, reportNotMeAction } from './actions';
import { services } from '@/lib/server/composition/compose';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t('It wasn’t me') });

export default async function NotMePage() {
  const { config, devices } = await services();
  const { contact } = config.helpdesk;
  return (
    <>
      <SiteHeader />
      <MainContent width="prose">
        <NotMePanel
          look={previewNoticeAction}
          report={reportNotMeAction}
          freeze={freezeByLinkAction}
          canLock={devices.directory.capabilities.lock === true}
          contact={contact}
        />
      </MainContent>
      <AreaFooter />
    </>
  );
}
