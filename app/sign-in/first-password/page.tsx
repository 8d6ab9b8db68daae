import type { Metadata } from 'next';
import { AreaFooter } from '@/app/area-footer';
import { MainContent } from '@/components/site/layout/main-content';
import { SiteHeader } from '@/components/site/layout/site-header';
import { PageHeading } from '@/components/ui/page-heading';
import { FirstPasswordForm } from './first-password-form';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t('Your new account') });

/** The same for every visitor: the token is in the URL's fragment, which browsers do not send. */
export default function FirstPasswordPage() {
  return (
    <>
      <SiteHeader />
      <MainContent width="form">
        <PageHeading lead={t('Choose the password with which you sign in. Only you know it.')}>
          {t('Your new account')}
        </PageHeading>
        <FirstPasswordForm />
      </MainContent>
      <AreaFooter />
    </>
  );
}
