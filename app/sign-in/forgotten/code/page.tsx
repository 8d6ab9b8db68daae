import type { Metadata } from 'next';
import { AreaFooter } from '@/app/area-footer';
import { MainContent } from '@/components/layout/main-content';
import { SiteHeader } from '@/components/layout/site-header';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { passwordNames } from '@/lib/names/sign-in-names';
import { ChooseNewPassword } from '../forgotten-forms';
import { t } from '@/lib/language/t';

export const generateMetadata = (): Metadata => ({ title: t(passwordNames.chooseNew) });

/** The same for everybody, so that it does not tell whether there is such an account. */
export default function ForgottenCodePage() {
  return (
    <>
      <SiteHeader />
      <MainContent width="form">
        <PageHeading lead={t('If this account exists, a code is on its way to its email addresses.')}>
          {t(passwordNames.chooseNew)}
        </PageHeading>
        <ChooseNewPassword />
        <div className="mt-6 grid justify-items-start gap-3">
          <p className="text-ink-soft">
            {t(
              'No email? Check spam. If you turned your password off, sign in with a passkey. Otherwise ask your helpdesk.',
            )}
          </p>
          <div className="-ml-3">
            <LinkButton href="/sign-in/forgotten" variant="quiet">
              {t('Request another code')}
            </LinkButton>
          </div>
        </div>
      </MainContent>
      <AreaFooter />
    </>
  );
}
