import type { Metadata } from 'next';
import { SentCodePage } from '@/app/sign-in/sent-code-page';
import { LockWithCode } from '@/components/site/recovery/lost-phone/lost-phone-forms';
import { t } from '@/lib/shared/language/t';
import { lostPhoneNames } from '@/lib/shared/names/lost-phone-names';
import { reportWithCodeAction } from '../../actions';

export const generateMetadata = (): Metadata => ({ title: t(lostPhoneNames.heading) });

export default function LostPhoneCodePage() {
  return (
    <SentCodePage
      heading={t(lostPhoneNames.heading)}
      lead={t('If this account exists, a code is on its way to its email addresses.')}
      hint={t('No new email? Check spam. The code in the last email works for ten minutes.')}
      again={{ href: '/lost-phone/email', label: t('Request another code') }}
    >
      <LockWithCode action={reportWithCodeAction} />
    </SentCodePage>
  );
}
