import type { Metadata } from 'next';
import { services } from '@/lib/server/composition/compose';
import { registerNames } from '@/lib/shared/names/sign-in-names';
import { refuseAsNotFound } from '@/lib/server/web/refuse-page';
import { sendOn } from '../../send-on';
import { SentCodePage } from '../../sent-code-page';
import { ConfirmForm } from './confirm-form';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t(registerNames.confirmHeading) });

export default async function RegisterCodePage() {
  await sendOn('/activations/new');
  if (!(await services()).selfRegistration.selfRegistration) refuseAsNotFound();
  return (
    <SentCodePage
      heading={t(registerNames.confirmHeading)}
      lead={t(
        'If user ID and password are right, a code is on its way to the email address that your organisation has for you.',
      )}
      hint={t(
        'No email? User ID or password may be wrong, or your organisation has no address for you: ask your helpdesk.',
      )}
      again={{ href: '/sign-in/register', label: t('Request another code') }}
    >
      <ConfirmForm />
    </SentCodePage>
  );
}
