import type { Metadata } from 'next';
import { AreaFooter } from '@/app/area-footer';
import { MainContent } from '@/components/layout/main-content';
import { SiteHeader } from '@/components/layout/site-header';
import { LockWithCode } from '@/components/recovery/lost-phone/lost-phone-forms';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { t } from '@/lib/language/t';
import { lostPhoneNames } from '@/lib/names/lost-phone-names';
import { reportWithCodeAction } from '../../actions';

export const generateMetadata = (): Metadata => ({ title: t(lostPhoneNames.heading) });

/** The same for everybody, so that it does not tell whether there is such an account. */
export default function LostPhoneCodePage() {
  return (
    <>
      <SiteHeader />
      <MainContent width="form">
        <PageHeading lead={t('If this account exists, a code is on its way to its email addresses.')}>
          {t(lostPhoneNames.heading)}
        </PageHeading>
        <LockWithCode action={reportWithCodeAction} />
        <div className="mt-6 -ml-3">
          <LinkButton href="/lost-phone/email" variant="quiet">
            {t('Request another code')}
          </LinkButton>
        </div>
      </MainContent>
      <AreaFooter />
    </>
  );
}
