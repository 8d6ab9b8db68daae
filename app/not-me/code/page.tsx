import type { Metadata } from 'next';
import { CodePage } from '../../invitation/code/code-page';
import { openNoticeAction } from '../../invitation/code/actions';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t('It wasn’t me') });

/** For people whose emails contain no links. */
export default function NotMeCodePage() {
  return (
    <CodePage
      title={t('It wasn’t me')}
      lead={t('Enter the code from the email.')}
      label={t('Code')}
      action={openNoticeAction}
    />
  );
}
