import type { Metadata } from 'next';
import { openFirstPasswordAction } from '@/app/invitation/code/actions';
import { CodePage } from '@/app/invitation/code/code-page';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t('Your new account') });

/** For people whose emails contain no links. */
export default function FirstPasswordCodePage() {
  return (
    <CodePage
      title={t('Your new account')}
      lead={t('Enter the code from the email about your new account.')}
      label={t('Code')}
      action={openFirstPasswordAction}
    />
  );
}
