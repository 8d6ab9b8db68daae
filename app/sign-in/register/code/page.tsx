import type { Metadata } from 'next';
import { AreaFooter } from '@/app/area-footer';
import { MainContent } from '@/components/layout/main-content';
import { SiteHeader } from '@/components/layout/site-header';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { services } from '@/lib/composition/compose';
import { registerNames } from '@/lib/names/sign-in-names';
import { refuseAsNotFound } from '@/lib/web/refuse-page';
import { sendOn } from '../../send-on';
import { ConfirmForm } from './confirm-form';
import { t } from '@/lib/language/t';

export const generateMetadata = (): Metadata => ({ title: t(registerNames.confirmHeading) });

/** The same for everybody, so that it tells neither whether there is such a user nor whether the password was right. */
export default async function RegisterCodePage() {
  await sendOn('/activations/new');
  if (!(await services()).selfRegistration.selfRegistration) refuseAsNotFound();
  return (
    <>
      <SiteHeader />
      <MainContent width="form">
        <PageHeading
          lead={t(
            'If user ID and password are right, a code is on its way to the email address that your organisation has for you.',
          )}
        >
          {t(registerNames.confirmHeading)}
        </PageHeading>
        <ConfirmForm />
        <div className="mt-6 grid justify-items-start gap-3">
          <p className="text-ink-soft">
            {t(
              'No email? User ID or password may be wrong, or your organisation has no address for you: ask your helpdesk.',
            )}
          </p>
          <div className="-ml-3">
            <LinkButton href="/sign-in/register" variant="quiet">
              {t('Request another code')}
            </LinkButton>
          </div>
        </div>
      </MainContent>
      <AreaFooter />
    </>
  );
}
