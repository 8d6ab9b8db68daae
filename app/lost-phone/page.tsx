import type { Metadata } from 'next';
import { AreaFooter } from '@/app/area-footer';
import { MainContent } from '@/components/site/layout/main-content';
import { SiteHeader } from '@/components/site/layout/site-header';
import { LockWithPassword } from '@/components/site/recovery/lost-phone/lost-phone-forms';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { services } from '@/lib/server/composition/compose';
import { t } from '@/lib/shared/language/t';
import { lostPhoneNames } from '@/lib/shared/names/lost-phone-names';
import { reportWithPasswordAction } from './actions';

export const generateMetadata = (): Metadata => ({ title: t(lostPhoneNames.heading) });

/** The same for everybody, so that it does not tell whether there is such an account. */
export default async function LostPhonePage() {
  const { administration } = await services();
  return (
    <>
      <SiteHeader />
      <MainContent width="form">
        <PageHeading lead={t('Lock it now. Then we show you how to get back in.')}>
          {t(lostPhoneNames.heading)}
        </PageHeading>
        <LockWithPassword action={reportWithPasswordAction} />
        <p className="mt-6 text-ink-soft">
          {t(
            'You’ll be signed out everywhere, and we tell all your email addresses. If the phone turns up, you can unlock it.',
          )}
        </p>
        <div className="mt-6 -ml-3 grid justify-items-start gap-1">
          {administration && (
            <LinkButton href="/lost-phone/email" variant="quiet">
              {t(lostPhoneNames.withCode)}
            </LinkButton>
          )}
          <LinkButton href="/sign-in" variant="quiet">
            {t('Back to sign-in')}
          </LinkButton>
        </div>
      </MainContent>
      <AreaFooter />
    </>
  );
}
