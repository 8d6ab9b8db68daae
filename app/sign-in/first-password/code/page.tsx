import type { Metadata } from 'next';
import { openFirstPasswordAction } from '@/app/invitation/code/actions';
import { CodePage } from '@/app/invitation/code/code-page';

export const metadata: Metadata = { title: 'Your new account' };

/** For people whose emails contain no links. */
export default function FirstPasswordCodePage() {
  return (
    <CodePage
      title="Your new account"
      lead="Enter the code from the email about your new account."
      label="Code"
      action={openFirstPasswordAction}
    />
  );
}
