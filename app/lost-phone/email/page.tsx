import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AreaFooter } from '@/app/area-footer';
import { MainContent } from '@/components/site/layout/main-content';
import { SiteHeader } from '@/components/site/layout/site-header';
import { AskForLostPhoneCode } from '@/components/site/recovery/lost-phone/lost-phone-forms';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { services } from '@/lib/server/composition/compose';
import { t } from '@/lib/shared/language/t';
import { lostPhoneNames } from '@/lib/shared/names/lost-phone-names';
import { askForLostPhoneCodeAction } from '../actions';

export const generateMetadata = (): Metadata => ({ title: t(lostPhoneNames.heading) });

export default async function LostPhoneEmailPage() {
  // Where the accounts are elsewhere, no code is mailed.
  if (!(await services()).administration) notFound();
  return (
    <>
      <SiteHeader />
      <MainContent width="form">
        <PageHeading lead={t('We’ll email you a code to lock your phone.')}>{t(lostPhoneNames.heading)}</PageHeading>
        <AskForLostPhoneCode action={askForLostPhoneCodeAction} />
        <div className="mt-6 -ml-3">
          <LinkButton href="/lost-phone" variant="quiet">
            {t('Use your password instead')}
          </LinkButton>
        </div>
      </MainContent>
      <AreaFooter />
    </>
  );
}
