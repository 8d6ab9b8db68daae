import type { Metadata } from 'next';
import { MainContent } from '@/components/site/layout/main-content';
import { PageHeading } from '@/components/ui/page-heading';
import { phoneCheckNames } from '@/lib/shared/names/phone-check-names';
import { requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { t } from '@/lib/shared/language/t';
import { CheckCodeForm } from './check-code-form';

export const generateMetadata = (): Metadata => ({ title: t(phoneCheckNames.checks) });

/** What works on a caller's phone, by the code that the caller reads out. */
export default async function PhoneChecksPage() {
  await requirePagePermission('phone-check:read', '/helpdesk/checks');
  return (
    <MainContent width="form">
      <PageHeading
        lead={t(
          'Ask the caller to open “Check this phone” in the app, and to press “Show this to the helpdesk”. The code works for an hour.',
        )}
      >
        {t(phoneCheckNames.checks)}
      </PageHeading>
      <CheckCodeForm />
    </MainContent>
  );
}
