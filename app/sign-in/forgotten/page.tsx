import type { Metadata } from 'next';
import { AreaFooter } from '@/app/area-footer';
import { MainContent } from '@/components/site/layout/main-content';
import { SiteHeader } from '@/components/site/layout/site-header';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { services } from '@/lib/server/composition/compose';
import { AskForCode } from './forgotten-forms';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t('Forgotten your password?') });

export default async function ForgottenPage() {
  const { administration } = await services();
  return (
    <>
      <SiteHeader />
      <MainContent width="form">
        <PageHeading
          lead={
            administration
              ? t('We’ll email you a code to set a new password.')
              : t('Your organisation manages your password. Ask your helpdesk for a new one.')
          }
        >
          {t('Forgotten your password?')}
        </PageHeading>
        {administration && <AskForCode />}
        <div className="mt-6 -ml-3">
          <LinkButton href="/sign-in" variant="quiet">
            {t('Back to sign-in')}
          </LinkButton>
        </div>
      </MainContent>
      <AreaFooter />
    </>
  );
}
