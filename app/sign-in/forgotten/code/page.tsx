import type { Metadata } from 'next';
import { passwordNames } from '@/lib/shared/names/sign-in-names';
import { SentCodePage } from '../../sent-code-page';
import { ChooseNewPassword } from '../forgotten-forms';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t(passwordNames.chooseNew) });

export default function ForgottenCodePage() {
  return (
    <SentCodePage
      heading={t(passwordNames.chooseNew)}
      lead={t('If this account exists, a code is on its way to its email addresses.')}
      hint={t(
        'No email? Check spam. If you turned your password off, sign in with a passkey. Otherwise ask your helpdesk.',
      )}
      again={{ href: '/sign-in/forgotten', label: t('Request another code') }}
    >
      <ChooseNewPassword />
    </SentCodePage>
  );
}
